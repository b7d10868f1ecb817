### The acts by their keys in rules/law/provisions.toml, as they stand after «Основание:».

## 2020 – June 2023

act-law_246 = закон № 246-II от 17 июля 2001 года
act-law_63 = закон № 63-III от 28 июня 2005 года
act-order_320 = приказ № 320 от 5 мая 2015 года (изменён приказом № 3 от 5 января 2020 года)
act-order_237 = приказ № 237 от 28 июля 2009 года
act-order_on_poverty_line_2017 = приказ 2017 года о черте бедности
act-decree_1032 = постановление Правительства № 1032 от 30 декабря 2019 года
act-programme_2019 = программа, объявленная в 2019 году

## Since July 2023

act-social_code = Социальный кодекс
act-order_160 = приказ № 160 от 19 мая 2023 года
act-order_160_as_amended = приказ № 160 от 19 мая 2023 года (изменён приказом № 473 от 20 декабря 2024 года)
act-order_227 = приказ № 227 от 21 июня 2023 года
act-order_181 = приказ № 181 от 26 мая 2023 года
act-minister_2025 = разъяснение министра в сентябре 2025 года
act-criteria_2025 = критерии 2025 года для комиссии
act-local_acts = местные правила
act-law_94 = закон № 94-I от 16 апреля 1997 года
act-health_insurance = гарантированный объём бесплатной медицинской помощи (ГОБМП) и обязательное социальное медицинское страхование (ОСМС)

## How an act is cited
# $act is one of the above; $since-from brings its «с» or «со»; $clauses is a list of numbers.

why-source = Основание: { $act }, статья { $article }, пункт { $clause }, в силе { $since-from }.
why-source-clauses = Основание: { $act }, статья { $article }, пункты { $clauses }, в силе { $since-from }.
why-source-article = Основание: { $act }, статья { $article }, в силе { $since-from }.
why-source-act = Основание: { $act }, в силе { $since-from }.
# In the middle of a sentence, in brackets
source-article = { $act }, статья { $article }
source-articles = { $act }, статьи { $articles }
source-clause = { $act }, статья { $article }, пункт { $clause }

## How far a source can be relied on, where it is neither the act itself nor official
# -partly: only some of what the step says rests on it.

grade-media = Это известно из прессы, с официальным текстом не сверено.
grade-media-partly = Часть этих правил известна из прессы, с официальным текстом не сверена.
grade-derived = Число посчитано по другим данным, с официальным текстом не сверено.
grade-derived-partly = Одно из чисел посчитано по другим данным, с официальным текстом не сверено.
grade-unverified = Это правило с официальным текстом ещё никто не сверил.
grade-unverified-partly = Часть этих правил с официальным текстом ещё никто не сверил.
# $date is the day of the text
law-read = Социальный кодекс взят в том виде, в каком он был { $date }. Более поздние изменения бот мог не учесть.
law-not-compared = С официальным текстом ещё не сверено: { $what }.
step-name-who_counts = кто входит в расчёт
step-name-base_quarter = за какие месяцы считают доход
step-name-income = что считают доходом
step-name-per_capita_income = доход на человека
step-name-poverty_line = предел дохода
step-name-income_within_line = сравнение дохода с пределом
step-name-no_other_ground = когда помощь не назначают
step-name-bases_of_no_need = основания заключения «необходимости нет»
step-name-amount = размер помощи
step-name-months = за какие месяцы платят
step-name-child_supplement = доплата на детей
step-name-unconditional = помощь без социального контракта
step-name-conditional = социальный контракт
step-name-large_family_allowance = пособие многодетной семье
step-name-awarded_mother_allowance = пособие награждённой матери
step-name-social_package = социальный пакет детям
