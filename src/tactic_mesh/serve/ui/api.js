// The service's routes: requests, problems, the key, and the stream of events with its reconnection.

import { askForKey } from "./key.js";

const RETRY_MS_MIN = 500;
const RETRY_MS_MAX = 8000;

/** What the service answered instead of what was asked for; `errors` are about single fields. */
export class Problem extends Error {
  constructor(status, document) {
    super(document.detail || document.title || `The service answered ${status}.`);
    this.status = status;
    this.title = document.title || "";
    this.errors = Array.isArray(document.errors) ? document.errors : [];
  }
}

/** The service did not answer at all. */
export class Unreachable extends Error {}

function address(path) {
  return new URL(path, document.baseURI.replace(/#.*$/, "")).href;
}

function keyed(headers) {
  const key = sessionStorage.getItem("key");
  return key ? { ...headers, Authorization: `Bearer ${key}` } : headers;
}

async function send(path, options = {}) {
  for (;;) {
    let answer;
    try {
      answer = await fetch(address(path), { ...options, headers: keyed(options.headers ?? {}) });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Unreachable("The service does not answer.");
    }
    if (answer.ok) return answer;
    if (answer.status === 401) {
      sessionStorage.setItem("key", await askForKey(sessionStorage.getItem("key") !== null));
      continue;
    }
    const text = await answer.text();
    let problem = {};
    try {
      problem = JSON.parse(text);
    } catch {
      problem = { detail: text.slice(0, 300) };
    }
    throw new Problem(answer.status, problem);
  }
}

/** The provers, backends, experts and bounds that this service has. */
export const provers = async () => (await send("v1/provers")).json();

export const version = async () => (await send("version")).json();

export const job = async (id) => (await send(`v1/proofs/${encodeURIComponent(id)}`)).json();

/** One page of jobs, newest first. */
export async function jobs(filter) {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "" && value !== null));
  return (await send(`v1/proofs?${query}`)).json();
}

/** Hand in a request; `key` makes a second sending of the same one harmless. */
export async function submit(request, key) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
  return (await send("v1/proofs", { method: "POST", headers, body: JSON.stringify(request) })).json();
}

export const cancel = async (id) => send(`v1/proofs/${encodeURIComponent(id)}`, { method: "DELETE" });

export const purge = async (id) => send(`v1/proofs/${encodeURIComponent(id)}?purge=true`, { method: "DELETE" });

export const certificate = async (id) => (await send(`v1/proofs/${encodeURIComponent(id)}/certificate`)).text();

/**
 * Follow a job's events to its end, over as many connections as that takes.
 *
 * `take` gets the events in order, each once, several at a time. `lost` is told in how many milliseconds the next
 * connection is tried and how to try at once, and null when there is one again. A stream that closes before the end is
 * the end only if `over` says so. Ends when `signal` is aborted. Raises: Problem.
 */
export async function follow(id, signal, { take, lost, over }) {
  let last = 0;
  let wait = RETRY_MS_MIN;
  while (!signal.aborted) {
    try {
      const headers = { Accept: "text/event-stream", ...(last ? { "Last-Event-ID": String(last) } : {}) };
      const answer = await send(`v1/proofs/${encodeURIComponent(id)}/events`, { headers, signal, cache: "no-store" });
      lost(null);
      for await (const events of batches(answer.body)) {
        wait = RETRY_MS_MIN;
        const unseen = events.filter((event) => event.id > last);
        if (unseen.length) {
          last = unseen.at(-1).id;
          take(unseen.map((event) => event.data));
          if (unseen.at(-1).data.kind === "end") return;
        }
      }
      if (await over()) return;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem && error.status !== 429 && error.status < 500) throw error;
    }
    if (signal.aborted) return;
    await pause(wait, signal, lost);
    wait = Math.min(2 * wait, RETRY_MS_MAX);
  }
}

function pause(wait, signal, lost) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, wait);
    const now = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", now, { once: true });
    lost({ wait, now });
  });
}

/** The events of a stream, as many at a time as arrived together. */
async function* batches(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
      rest = blocks.pop();
      const events = blocks.map(parsed).filter((event) => event !== null);
      if (events.length) yield events;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** `{id, data}` of one event of a stream, or null for a comment. */
function parsed(block) {
  let id = 0;
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("id:")) id = Number(line.slice(3));
    else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
  return data.length ? { id, data: JSON.parse(data.join("\n")) } : null;
}
