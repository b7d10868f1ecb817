"""What a family told is sealed; only the owner of the keys reads it."""

import os
import stat
import subprocess
import sys
from base64 import b64decode, b64encode, urlsafe_b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import KeyFileError, WrongKeyError
from bot.settings import Settings
from bot.store.cipher import Cipher, cipher_for, make_key_file, read_or_make_keys


def new_key() -> str:
    return urlsafe_b64encode(os.urandom(32)).decode()


ANSWERS = {"region": "KZ-79", "applicant.name": "Айгүл", "wage_tenge": 90_000, "children": [3, 7, 12]}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), json_values))
def test_what_was_sealed_comes_back_the_same(document: dict[str, object]) -> None:
    cipher = Cipher(["A" * 43 + "="])
    assert cipher.open(cipher.seal(document)) == document


def test_money_stays_a_whole_number(cipher: Cipher) -> None:
    amount = cipher.open(cipher.seal({"tenge": 70_060}))["tenge"]
    assert (amount, type(amount)) == (70_060, int)


def test_a_number_that_json_does_not_know_is_refused(cipher: Cipher) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        cipher.seal({"share": float("nan")})


def test_sealed_text_shows_nothing_and_never_repeats(cipher: Cipher) -> None:
    sealed = cipher.seal(ANSWERS)
    assert sealed != cipher.seal(ANSWERS)
    assert sealed.isascii()
    assert all(word not in sealed for word in ("KZ-79", "90000", "region"))


def test_a_wrong_key_is_told_in_one_line(cipher: Cipher) -> None:
    with pytest.raises(WrongKeyError) as refusal:
        Cipher([new_key()]).open(cipher.seal(ANSWERS))
    assert str(refusal.value) == "none of the keys (DATA_KEYS or the key file) opens the stored answers"


@pytest.mark.parametrize("damage", [lambda sealed: sealed[:-8], lambda _: "", lambda _: "not sealed at all"])
def test_damaged_text_is_not_opened(cipher: Cipher, damage: object) -> None:
    assert callable(damage)
    with pytest.raises(WrongKeyError):
        cipher.open(damage(cipher.seal(ANSWERS)))


def test_no_bit_of_the_sealed_bytes_can_be_changed(cipher: Cipher) -> None:
    prefix, _, text = cipher.seal({"tenge": 70_060}).partition(".")
    box = b64decode(text)
    for bit in range(len(box) * 8):
        changed = bytearray(box)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(WrongKeyError):
            cipher.open(f"{prefix}.{b64encode(changed).decode()}")


def test_a_sealed_text_says_how_it_was_sealed(cipher: Cipher) -> None:
    """So that another way can come beside this one."""
    sealed = cipher.seal(ANSWERS)
    assert sealed.startswith("1.")
    with pytest.raises(WrongKeyError):
        cipher.open("2." + sealed.removeprefix("1."))


def test_a_nonce_is_never_used_twice(cipher: Cipher) -> None:
    nonces = {b64decode(cipher.seal({}).removeprefix("1."))[:12] for _ in range(2_000)}
    assert len(nonces) == 2_000


@pytest.mark.parametrize("length", [0, 16, 24, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Cipher([urlsafe_b64encode(bytes(length)).decode()])


def test_keys_are_rotated_without_losing_a_document() -> None:
    old, new = new_key(), new_key()
    sealed = Cipher([old]).seal(ANSWERS)
    both = Cipher([new, old])
    assert both.open(sealed) == ANSWERS
    assert Cipher([new]).open(both.seal(ANSWERS)) == ANSWERS
    assert Cipher([new]).open(both.rotate(sealed)) == ANSWERS
    with pytest.raises(WrongKeyError):
        Cipher([new]).rotate(sealed)


def test_the_first_start_makes_a_key_for_the_owner_alone(tmp_path: Path) -> None:
    key_file = tmp_path / "var" / "komek.key"
    keys = read_or_make_keys(key_file)
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key_file.parent.stat().st_mode) == 0o700
    assert list(key_file.parent.iterdir()) == [key_file]
    assert read_or_make_keys(key_file) == keys


def test_a_key_file_may_hold_several_keys(tmp_path: Path) -> None:
    key_file = tmp_path / "komek.key"
    old = read_or_make_keys(key_file)[0]
    key_file.write_text(f"{new_key()}\n{old}\n")
    assert Cipher(read_or_make_keys(key_file)).open(Cipher([old]).seal(ANSWERS)) == ANSWERS


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    key_file = tmp_path / "komek.key"
    read_or_make_keys(key_file)
    key_file.chmod(0o640)
    with pytest.raises(KeyFileError, match=r"chmod 600 \S+komek\.key$"):
        read_or_make_keys(key_file)


@pytest.mark.parametrize("content", ["", "hush\n", "кілт\n"])
def test_a_file_without_a_key_is_refused_and_not_replaced(tmp_path: Path, content: str) -> None:
    key_file = tmp_path / "komek.key"
    key_file.touch(0o600)
    key_file.write_text(content)
    with pytest.raises(KeyFileError, match="holds no key") as refusal:
        read_or_make_keys(key_file)
    assert "hush" not in str(refusal.value)
    assert key_file.read_text() == content


def test_a_folder_in_place_of_the_file_is_told_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "komek.key"
    folder.mkdir(mode=0o700)
    with pytest.raises(KeyFileError, match="Is a directory"):
        read_or_make_keys(folder)


def test_processes_that_start_at_once_end_with_one_key(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from bot.store.cipher import read_or_make_keys;"
        "sys.stdin.readline(); print(read_or_make_keys(Path(sys.argv[1])))"
    )
    starting = [
        subprocess.Popen(  # noqa: S603 - this interpreter, on this test's own file
            [sys.executable, "-c", program, str(tmp_path / "komek.key")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in starting:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    printed = {process.communicate()[0] for process in starting}
    assert len(printed) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["komek.key"]


def test_a_process_that_comes_second_keeps_the_key_of_the_first(tmp_path: Path) -> None:
    """It looked before the first one's file was there, and makes its own only now."""
    key_file = tmp_path / "komek.key"
    keys = read_or_make_keys(key_file)
    make_key_file(key_file)
    assert read_or_make_keys(key_file) == keys


def test_given_keys_need_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_KEYS", key := new_key())
    assert cipher_for(Settings()).open(Cipher([key]).seal(ANSWERS)) == ANSWERS
    assert list(tmp_path.iterdir()) == []


def test_without_given_keys_the_file_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATA_KEYS", raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/komek.sqlite3")
    sealed = cipher_for(Settings()).seal(ANSWERS)
    assert cipher_for(Settings()).open(sealed) == ANSWERS
