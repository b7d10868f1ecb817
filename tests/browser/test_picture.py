"""The README's picture, which `make picture` draws."""

from tests.browser.phone import PHONE
from tests.browser.picture import PICTURE, SHARPNESS

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 200_000


def test_the_picture_is_a_sharp_phone_and_loads_quickly() -> None:
    """Twice as many dots as the phone's screen is wide and high, in a file that a slow line can carry."""
    drawn = PICTURE.read_bytes()
    assert drawn.startswith(PNG_SIGNATURE)
    size = [int.from_bytes(drawn[at : at + 4]) for at in (16, 20)]  # where PNG keeps width and height
    assert size == [PHONE["width"] * SHARPNESS, PHONE["height"] * SHARPNESS]
    assert len(drawn) < MOST_BYTES
