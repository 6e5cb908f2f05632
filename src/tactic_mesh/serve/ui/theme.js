// Which colours: the reader's own choice if one was made, else the system's. Runs before the first paint.
"use strict";
{
  const stored = (() => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage is switched off
    }
  })();
  if (stored === "light" || stored === "dark") document.documentElement.dataset.theme = stored;
}
