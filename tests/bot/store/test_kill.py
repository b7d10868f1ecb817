"""What was acknowledged is there after kill -9, at whatever moment that came."""

import random
import subprocess
import sys
import time
from pathlib import Path

from cryptography.fernet import Fernet

from bot.database import open_database
from bot.store import drafts
from bot.store.cipher import Cipher

ANSWERING = Path(__file__).with_name("answering.py")
PERSON = 41


def killed_while_answering(url: str, key: str) -> int:
    """Run the program, kill it in the middle, and return the last version that it acknowledged."""
    process = subprocess.Popen(  # noqa: S603 - this interpreter, our own program
        [sys.executable, str(ANSWERING), url, key, str(PERSON)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert process.stdout is not None
    acknowledged = [process.stdout.readline() for _ in range(20)]
    time.sleep(random.uniform(0, 0.02))  # noqa: S311 - any moment
    process.kill()
    acknowledged += process.communicate()[0].splitlines(keepends=True)
    return int([line for line in acknowledged if line.endswith("\n")][-1])


async def test_every_acknowledged_answer_survives_a_kill(database_url: str) -> None:
    key = Fernet.generate_key().decode()
    before = 0
    for _ in range(3):
        acknowledged = killed_while_answering(database_url, key)
        async with open_database(database_url) as database, database.reading() as connection:
            known = await drafts.known_person(connection, Cipher([key]), PERSON)
        assert known is not None
        assert known.draft is not None
        assert before + 20 <= acknowledged <= known.draft.version <= acknowledged + 1
        assert known.draft.document["step"] == known.draft.version
        before = known.draft.version
