"""A reader under atheris: texts that are changed until they reach a place of the code that none has reached.

atheris is no part of the locked libraries: `make soak` installs it where there is a build of it, and does without
elsewhere. It ends its process, so each reader has one of its own: `python -m tests.soak.guided NAME -runs=1000`.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

LONGEST: Final = 400  # letters
ROOT: Final = Path(__file__).parents[2]


def is_installed() -> bool:
    """Whether there is an atheris."""
    return importlib.util.find_spec("atheris") is not None


def broken_by(name: str, runs: int, seed: int) -> list[str]:
    """Let atheris try so many texts; return what it found, the last lines of what it says."""
    with TemporaryDirectory(prefix="komek-guided-") as folder:
        command = [
            sys.executable,
            "-m",
            "tests.soak.guided",
            name,
            f"-runs={runs}",
            f"-seed={seed}",
            f"-artifact_prefix={folder}/",
        ]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603, our own
    return [] if ended.returncode == 0 else ended.stderr.splitlines()[-40:]


def main() -> None:
    """Fuzz the reader that the first argument names, the rest are libFuzzer's."""
    import atheris  # noqa: PLC0415 - it may not be there

    with atheris.instrument_imports(include=["rules", "bot", "handlers"], enable_loader_override=False):
        from tests.soak.parsers import READERS  # noqa: PLC0415 - read while it is instrumented

    _, name, *asked = sys.argv
    reader = READERS[name]

    def try_out(content: bytes) -> None:
        provider = atheris.FuzzedDataProvider(content)
        pieces: list[str] = []
        while provider.remaining_bytes() and len(pieces) < LONGEST:
            is_word = provider.ConsumeBool()
            pieces.append(
                provider.PickValueInList(list(reader.words)) if is_word else provider.ConsumeUnicodeNoSurrogates(3)
            )
        reader.check("".join(pieces))

    atheris.Setup([sys.argv[0], *asked], try_out)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
