"""Telegram's HTML, read strictly."""

import pytest

from bot.sandbox.errors import BotApiError
from bot.sandbox.html_text import parse_html, trimmed, utf16_length


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<strike>x</strike>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ("<B>x</b>", "bold"),
    ],
)
def test_each_of_telegrams_tags_makes_its_entity(source: str, kind: str) -> None:
    assert parse_html(source) == ("x", [{"type": kind, "offset": 0, "length": 1}])


def test_a_link_keeps_its_address() -> None:
    source = '<a href="https://egov.kz/?a=1&amp;b=2">мұнда</a>'
    link = {"type": "text_link", "url": "https://egov.kz/?a=1&b=2", "offset": 0, "length": 5}
    assert parse_html(source) == ("мұнда", [link])


@pytest.mark.parametrize("attributes", ["", ' href=""', ' href="javascript:alert(1)"', " href"])
def test_a_link_that_leads_nowhere_is_plain_text(attributes: str) -> None:
    assert parse_html(f"<a{attributes}>мұнда</a>") == ("мұнда", [])


@pytest.mark.parametrize(
    ("attributes", "more"),
    [
        ('unix="1796130000"', {}),
        ('unix="1796130000" format=""', {}),
        ('unix="1796130000" format="wDT"', {"date_time_format": "wDT"}),
        ('unix="1796130000" format="r"', {"date_time_format": "r"}),
    ],
)
def test_an_instant_keeps_its_words_and_its_format(attributes: str, more: dict[str, str]) -> None:
    instant = {"type": "date_time", "unix_time": 1_796_130_000, **more, "offset": 3, "length": 6}
    assert parse_html(f"до <tg-time {attributes}>1 мая,</tg-time>") == ("до 1 мая,", [instant])


@pytest.mark.parametrize("attributes", ["", 'unix="soon"', 'unix="-1"', 'unix="1" format="x"', 'unix="1" format="Dd"'])
def test_no_instant_is_one_that_nobody_knows(attributes: str) -> None:
    with pytest.raises(BotApiError, match="tg-time"):
        parse_html(f"<tg-time {attributes}>x</tg-time>")


def test_entities_become_their_characters() -> None:
    assert parse_html("&lt;b&gt; &amp;amp; &quot;&#8376;&#x20B8;") == ('<b> &amp; "₸₸', [])


def test_offsets_count_utf16_units() -> None:
    text, entities = parse_html("📅 <b>💼</b>")
    assert (text, entities) == ("📅 💼", [{"type": "bold", "offset": 3, "length": 2}])
    assert utf16_length(text) == 5


def test_tags_may_nest() -> None:
    assert parse_html("<b>a<i>b</i></b>") == (
        "ab",
        [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 1}],
    )


def test_pre_takes_the_language_of_its_code() -> None:
    code = {"type": "pre", "language": "python", "offset": 0, "length": 1}
    assert parse_html('<pre><code class="language-python">x</code></pre>') == ("x", [code])
    assert parse_html('<code class="language-python">x</code>') == (
        "x",
        [{"type": "code", "offset": 0, "length": 1}],
    )


def test_code_holds_no_other_formatting() -> None:
    assert parse_html("<code>a<b>b</b></code>") == ("ab", [{"type": "code", "offset": 0, "length": 2}])
    assert parse_html("<b>a</b><pre><i>b</i></pre>")[1] == [
        {"type": "bold", "offset": 0, "length": 1},
        {"type": "pre", "offset": 1, "length": 1},
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("ә\nә<p>x</p>", 'Unsupported start tag "p" at byte offset 5'),
        ("<b/>", 'Unsupported start tag "b/"'),
        ("<script>x</script>", 'Unsupported start tag "script"'),
        ("a < b", 'Unsupported start tag ""'),
        ("a <3", 'Unsupported start tag ""'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("x <b <i>y</i>", "Unclosed start tag at byte offset 2"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<!-- x -->", 'Unsupported start tag "!--"'),
        ("<!doctype html>", 'Unsupported start tag "!doctype html"'),
        ("<![CDATA[x]]>", "Unsupported start tag"),
        ("<?xml?>", "Unsupported start tag"),
        ("табыс > шек", 'Character ">" must be escaped at byte offset'),
        ("кім & кім", 'Character "&" must be escaped at byte offset 7'),
        ("&nbsp;", 'Character "&" must be escaped at byte offset 0'),
        ("&lt", 'Character "&" must be escaped at byte offset 0'),
        ("<a href='?a=1&b=2'>x</a>", 'Character "&" must be escaped at byte offset 13'),
    ],
)
def test_anything_else_is_refused_and_the_place_named(source: str, reason: str) -> None:
    with pytest.raises(BotApiError) as refused:
        parse_html(source)
    assert refused.value.code == 400
    assert refused.value.description.startswith(f"Bad Request: can't parse entities: {reason}")


def test_trimming_moves_and_shrinks_entities() -> None:
    marks = [{"type": "bold", "offset": 0, "length": 6}, {"type": "italic", "offset": 0, "length": 1}]
    assert trimmed("  ab  ", marks) == ("ab", [{"type": "bold", "offset": 0, "length": 2}])
