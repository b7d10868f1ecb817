### «Почему так?»: the steps of rules/explanation.py, in the order of the act. Only here the line has its name.
### The arithmetic is numbered 1–5; what stands around it is not.

## Who counts

# $members is a whole number
why-who_counts =
    { $members ->
        [one] В расчёте { $members } человек. Весь список:
        [few] В расчёте { $members } человека. Весь список:
       *[many] В расчёте { $members } человек. Весь список:
    }
why-member = • { $person }
# whether this member counts is open
why-member-open = • { $person }: войдёт ли, решит комиссия
why-not-counted-state_support = • { $person }: в расчёт не входит (на полном гособеспечении)
why-not-counted-military = • { $person }: в расчёт не входит (на срочной службе)
why-not-counted-detention = • { $person }: в расчёт не входит (под стражей или в колонии)
why-not-counted-treatment = • { $person }: в расчёт не входит (на принудительном лечении)
why-not-counted-unknown = • { $person }: в расчёт не входит (неизвестно где)
why-not-counted-left = • { $person }: в расчёт не входит (живёт отдельно)
why-not-counted-grown_child = • { $person }: в расчёт не входит (взрослые дети, которые живут отдельно, входят, только если учатся очно и им меньше 23 лет)

## Income
# $income and $per-person are sums or ranges, $base-months and $quarter stand alone

why-base_quarter = Заявление подают на { $quarter }. Поэтому считают доход за три месяца до него: { $base-months }.
why-income = 1. За три месяца ({ $base-months }) семья получила { $income }.
why-income-at-least = 1. За три месяца ({ $base-months }) семья получила не меньше { $income }, остальное неизвестно.
why-income-unknown = 1. Сколько дохода семья получила за три месяца ({ $base-months }), неизвестно.
why-income-none = 1. За три месяца ({ $base-months }) дохода, который входит в расчёт, у семьи не было.
why-income-kind = • { $kind }: { $amount }
why-income-kind-at-least = • { $kind }: не меньше { $amount }
why-income-kind-unknown = • { $kind }: сумма неизвестна
# $kinds is a list of kinds of income
why-income-open = Комиссия решит, доход ли это: { $kinds }.
why-income-left-out = Это в расчёт не входит: { $kinds }.
why-per-person = 2. Если разделить доход на всех в семье ({ $members }) и на 3 месяца, на одного выходит { $per-person } в месяц.
why-per-person-at-least = 2. Если разделить доход на всех в семье ({ $members }) и на 3 месяца, на одного выходит не меньше { $per-person } в месяц.
# there was no income
why-per-person-none = 2. Поэтому на одного выходит { $per-person } в месяц.
why-per-person-unknown = 2. Поэтому неизвестно и то, сколько выходит на одного в месяц.

## The line

why-line = 3. Черта бедности (предел) { $region-in } – { $line } в месяц на человека ({ $quarter }).
# $source is one of line-source-…, or what the administrator wrote
why-line-source = Откуда это число: { $source }.
why-line-estimate = Официальная черта боту пока неизвестна, это число примерное: { $basis }.
why-line-minimum = Прожиточный минимум – { $minimum } ({ $origin }), { $share } от него – { $line }.
# how an estimated band comes about: the evidence, and what became of it; $from-year and the like are sums or factors
# $figures is a list of why-line-figure, $factors a list of factor-…
why-line-evidence = Исходные данные: { $place }, { $figures } ({ $origin }).
why-line-figure = { $period } – { $figure }
why-line-carried = Поправки ({ $quarter }): { $factors }. { $share } от результата – { $line }, вероятнее всего { $likely }.
why-line-as-it-stands = { $share } от этого числа – { $likely }.
factor-season = сезон (×{ $by })
factor-ratio = отношение региона к стране (×{ $by })
factor-growth =
    рост за { $years } { $years ->
        [one] год
        [few] года
       *[many] лет
    } (×{ $least }–{ $greatest })
factor-margin = запас в обе стороны ({ $share })
why-line-median = В верхнем крае учтено ещё { $share }: в этом регионе черту могут определить по медианному доходу.
place-country = прожиточный минимум в Казахстане
place-region = прожиточный минимум в регионе
place-line = прожиточный минимум по официальному пределу региона
line-source-KZ-75-2020-Q2 = пресс-конференция в Алматы, 17 июня 2020 года
line-source-KZ-79-2023-Q2 = акимат города Шымкента, 16 мая 2023 года
line-source-KZ-71-2023-Q3 = акимат города Астаны, III квартал 2023 года
line-source-entered = его ввёл администратор бота

why-difference = 4. Черта – { $line }, доход на человека – { $per-person }. Разница – { $difference }.
why-equal = 4. Черта и доход равны: { $line }. Доход не выше черты, поэтому это не причина отказа.
why-above = 4. Доход на человека – { $per-person }, черта – { $line }. Доход выше на { $difference }.
why-above-at-least = 4. Доход на человека – не меньше { $per-person }, черта – { $line }. Доход выше как минимум на { $difference }.
# $share 15 %
why-near = 4. Доход ({ $per-person }) отличается от примерной черты ({ $line }) не больше чем на { $share }. Поэтому точно сказать нельзя.
why-near-band = 4. Доход ({ $per-person }) лежит между нижним и верхним краем примерной черты ({ $line }). Поэтому точно сказать нельзя.
why-near-above = 4. Доход ({ $per-person }) выше примерной черты ({ $line }), но официальная может быть ещё выше.
why-undecided = 4. Доход известен не точно, поэтому сравнить его с чертой ({ $line }) точно нельзя.
why-readings = 4. Выше доход черты ({ $line }) или нет, зависит от решения комиссии.

## Other grounds
# $until-to is a day after «до»

why-no_other_ground = Помощь могут не назначить и не из-за дохода: например, из-за отказа от работы или ложных сведений. В ваших ответах таких причин нет.
why-examination_refused = Если комиссии не дали посмотреть, как живёт семья, помощь по этому заявлению не назначают.
why-commission_no_need = Если участковая комиссия дала заключение «необходимости нет», помощь по этому заявлению не назначают.
why-measures_refused = Кто-то в семье отказался от предложенной работы или курса. Поэтому до { $until-to } помощь не назначат никому в семье.
# beside why-measures_refused
why-measures-keep = Пособия многодетной семье и награждённой матери, а также социальный пакет для детей при таком отказе сохраняются.
why-contract_broken = Прежний социальный контракт прекратили или не выполнили по вине семьи. Поэтому до { $until-to } помощь не назначат.
# the day is not known; $months is the term
why-measures_refused_without_day =
    Кто-то в семье отказался от предложенной работы или курса, но день неизвестен. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат никому в семье.
why-contract_broken_without_day =
    Прежний социальный контракт прекратили или не выполнили по вине семьи, но день неизвестен. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат.
why-nobody_entitled = По вашим ответам в семье нет граждан Казахстана, кандасов, беженцев и тех, у кого есть документ на постоянное проживание здесь, например вид на жительство.
why-false_data = Сведения сочли ложными или документы недостоверными. Поэтому до { $until-to } помощь не назначат.
why-false_data_without_day =
    Сведения сочли ложными или документы недостоверными, но день неизвестен. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат.
why-bases_of_no_need = У семьи есть: { $holdings }. На этом основании комиссия может решить, что помощь не нужна.
why-false_data-without-term = Если поданы ложные сведения или недостоверные документы, помощь не назначают. На какой срок, бот не знает: официального текста об этом у бота пока нет.

## Amount

why-amount = 5. Разницу платят на каждого в семье: { $difference } × { $members } = { $amount }.
why-amount-rounded = Считают с дробями, а в конце сумму округляют вверх до целого тенге. Порядок округления с официальным текстом не сверен.
why-amount-zero = 5. Разницы нет, поэтому размер помощи – { $amount }.
why-amount-if = 5. Если черта именно такая: { $difference } × { $members } = { $amount }.
why-amount-if-up-to = 5. Если черта наибольшая: { $difference } × { $members } = { $amount }.
why-amount-likely = При самой вероятной черте: { $amount }.
why-amount-if-no-more = 5. Если доход окажется наименьшим: { $difference } × { $members } = { $amount }.
why-amount-if-term-over = 5. Если срок, когда помощь не назначают, уже прошёл: { $difference } × { $members } = { $amount }.
why-amount-none-if = 5. По примерной черте разницы для выплаты нет.
# readings are open
why-amount-if-counted = 5. Если комиссия посчитает всё и всех: { $difference } × { $members } = { $amount }.
why-amount-none-counted = 5. Если комиссия посчитает всё и всех, разницы для выплаты нет.
# $months-paid is a list of months
why-months = Помощь платят с месяца заявления до конца квартала: { $months-paid }.
# $from and $to are ages, $children a whole number, $multiplier 1,5
why-child_supplement =
    { $children ->
        [1] Доплата на 1 ребёнка от { $from } до { $to } лет включительно: { $amount }.
        [one] Доплата на { $children } ребёнка от { $from } до { $to } лет включительно: { $each } × { $children } = { $amount }.
        [few] Доплата на { $children } детей от { $from } до { $to } лет включительно: { $each } × { $children } = { $amount }.
       *[many] Доплата на { $children } детей от { $from } до { $to } лет включительно: { $each } × { $children } = { $amount }.
    }
why-child_supplement-unknown =
    На { $children } { $children ->
        [one] ребёнка
        [few] детей
       *[many] детей
    } от { $from } до { $to } лет включительно положена доплата. Сколько именно, бот пока не знает.
why-child_supplement-each = На одного ребёнка платят { $multiplier } месячного расчётного показателя (МРП).
why-child_supplement-ages = Верхняя граница возраста ({ $to }) с официальным текстом не сверена.
# where a number comes from, in two words: $origin
origin-legal_text = официальный текст
origin-official = официальные данные
origin-media = данные из прессы
origin-derived = расчётные данные
origin-unverified = непроверенные данные
why-index = Месячный расчётный показатель (МРП), от которого зависит сумма, равен { $index } ({ $origin }).
why-index-unknown = Месячный расчётный показатель (МРП) на этот день боту неизвестен.

## Kind of assistance
# $names is a list of labels, $office an office-…

why-unconditional-nobody = В семье нет тех, кто может работать. Поэтому помощь дают без условий: социальный контракт не нужен.
why-unconditional = В семье может работать только один человек ({ $names }), но он ухаживает за близким. Поэтому помощь дают без условий: социальный контракт не нужен.
why-unconditional-ill = В семье может работать только один человек ({ $names }), но он болеет дольше 2 месяцев. Поэтому помощь дают без условий: социальный контракт не нужен.
social-contract = Кто в семье может работать: { $names }. Поэтому заключают социальный контракт: { $office } предлагает работу или курс, в этом нужно участвовать.
social-contract-nobody = Кто в семье может работать: { $names }. Поэтому заключают социальный контракт, но выходить на работу и идти на курс не обязательно.
why-must-join = Кто должен участвовать: { $names }.
why-exempt-study = • { $person }: участвовать не обязательно (очная учёба)
why-exempt-illness = • { $person }: участвовать не обязательно (болезнь дольше 2 месяцев)
why-exempt-care_of_child_under_3 = • { $person }: участвовать не обязательно (уход за ребёнком до 3 лет)
why-exempt-care = • { $person }: участвовать не обязательно (уход за близким)
why-exempt-permanent_work = • { $person }: участвовать не обязательно (постоянная работа)

## The children's package

why-social_package = Социальный пакет зависит от возраста ребёнка. Детей младше 18 лет в семье: { $children }.

## Why, in a few lines
# $members are people, sums come ready

short-income =
    { $members ->
        [one] В расчёте { $members } человек
        [few] В расчёте { $members } человека
       *[many] В расчёте { $members } человек
    }, доход за три месяца – { $income }.
short-per-person = Доход на человека – { $income } в месяц, предел – { $line }.
short-per-person-estimate = Доход на человека – { $income } в месяц, предел (примерный) – { $line }.
short-per-person-likely = Доход на человека – { $income } в месяц, предел, вероятнее всего, – { $line }.
short-difference = До предела не хватает { $difference } на человека.
short-above = Доход на человека выше предела на { $difference } в месяц.
short-amount = Помощь – { $amount } в месяц.
short-amount-product =
    Эту разницу платят на каждого в семье ({ $members ->
        [one] { $members } человек
        [few] { $members } человека
       *[many] { $members } человек
    }): { $amount } в месяц.
short-of-family =
    Предел на всю семью ({ $members ->
        [one] { $members } человек
        [few] { $members } человека
       *[many] { $members } человек
    }) – { $line } в месяц, доход семьи – { $income }. Разницу платят: { $amount } в месяц.
short-supplement = Доплата на детей – { $supplement } в месяц.
short-together = Всего – { $together } в месяц.
short-limit = Предел – это доход на человека, ниже которого дают помощь.
short-not-published = Официального предела на этот квартал у бота пока нет, поэтому взят примерный.
short-not-published-between = Официального предела на этот квартал у бота пока нет: он может быть { $line }, тогда помощь – { $amount } в месяц. Точную сумму назовёт { $office }.
short-only-status = Сейчас решает только гражданство или статус, а не доход.
button-steps = Шаг за шагом
button-law = Статьи закона
button-page-on = Дальше
button-page-back = Назад
# $page and $pages are whole numbers
page-of = { $page } из { $pages }
law-of-result = На чём основан результат:
