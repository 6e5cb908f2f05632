"""Where `check` and `prove` write certificates, and with whose key they sign them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.cli.terminal import require_writable
from tactic_mesh.errors import StorageError, UsageError
from tactic_mesh.verify.certificate import Certificate, claim, written
from tactic_mesh.verify.signing import require_key, sign

ENDING = ".cert"


@dataclass(frozen=True, slots=True)
class Certificates:
    """Where the certificate of each file goes, and the file of the key that signs them, if any."""

    places: dict[str, Path]
    key: Path | None

    def write(self, file: str, certificate: Certificate) -> Path:
        """Write the certificate of `file`, whole or not at all; where it is. Raises: StorageError."""
        place = self.places[file]
        signatures = [sign(certificate, self.key)] if self.key is not None else []
        temporary = place.with_name(f".{place.name}.partial")
        try:
            temporary.write_bytes(written(claim(certificate, *signatures)))
            temporary.replace(place)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise StorageError(
                f"the certificate {place} cannot be written: {error.strerror}. Name another place."
            ) from error
        return place


def certificates_for(files: list[str], place: Path | None, key: Path | None) -> Certificates | None:
    """What `--certificate PLACE` and `--sign KEY` mean, found out before any work. Raises: UsageError.

    For one file, `place` is the certificate; for several, or if it is a folder, it is where they go: `NAME.cert`.
    A result that is no file yet has the name "".
    """
    if place is None:
        if key is not None:
            raise UsageError("--sign signs certificates: say where with --certificate")
        return None
    if key is not None:
        require_key(key)
    if len(files) > 1 and not place.is_dir():
        raise UsageError(
            f"--certificate {place}: there is no such folder, and {len(files)} files need one; make it"
        )
    if files == [""] or not place.is_dir():
        require_writable(place, "--certificate")
        return Certificates(dict.fromkeys(files, place), key)
    names = {file: "stdin" if file == "-" else Path(file).name for file in files}
    if len(set(names.values())) < len(set(files)):
        raise UsageError("--certificate: two of the files have one name; check them one after the other")
    return Certificates({file: place / f"{name}{ENDING}" for file, name in names.items()}, key)
