"""An open result on a small phone: the sum of the law is a button, and what narrows the result comes first."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.phone import Phone, Watch
from tests.running import Prepared

pytestmark = pytest.mark.browser

SMALL: Final[ViewportSize] = {"width": 360, "height": 640}


def test_a_mother_who_does_not_know_her_allowance_fills_it_in_from_the_result(
    page: Page, watch: Watch, tmp_path: Path
) -> None:
    page.set_viewport_size(SMALL)
    with Prepared(tmp_path) as komek:
        page.goto(f"{komek.address}/")
        phone = Phone.of_newcomer(page, "Айгүл")
        phone.presses("Қазақша", "Рұқсат беремін", "Шымкент", "Иә, бәрі")
        phone.ticks("Жұбайым", "Балаларым").presses("Дайын").sees("12 7 3").types("0 9").sees("Қазір")
        phone.presses("Декретте").sees("Жұбайыңыз").presses("Тұрақты жұмыста")
        phone.ticks("Жалақы", "Жәрдемақы").presses("Дайын").sees("қандай жәрдемақы")
        phone.ticks("Бала күтіміне").presses("Дайын").sees("жалақы").types("90 мың").sees("жәрдемақы айына қанша")
        phone.is_shot("range-1-question").presses("Білмеймін").sees("Ештеңе етпейді").is_shot("range-2-unknown")
        phone.presses("Мүлде білмеймін", "Ешқайсысы жоқ").sees("Несие").presses("Ешқайсысы жоқ").sees("туған күн")
        phone.presses("Білмеймін").sees("Бәрі дұрыс па?").presses("Есептеу").sees("ең ықтималы")
        phone.last.locator("[data-callback-data]").last.scroll_into_view_if_needed()
        phone.is_shot("range-3-open")
        for button in phone.last.locator("[data-callback-data]").all():
            box = button.bounding_box()
            assert box is not None, button.inner_text()
            assert box["y"] + box["height"] <= SMALL["height"], button.inner_text()
        phone.presses("Соманы нақтылау").sees("Қазіргі жауап").presses("Заң бойынша").sees("атаулы көмек тиесілі")
        phone.is_shot("range-4-known")
    assert watch.complaints == []
