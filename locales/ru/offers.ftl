### Job offers: the offer as it stands, its buttons, the notices, and the family's bill of taking or refusing it.
### What the authority wrote ($title, $employer, $place, $hours, $contact, $details, $note, $person) comes escaped.
### $deadline is an hour and a day, $left how long it is until then; $until-to and $date-to stand after «до»,
### $date-from brings its «с» or «со». $office is who decides.

## What is offered

measure-vacancy = вакансия
measure-public_works = общественные работы
measure-youth_practice = молодёжная практика
measure-first_workplace = первое рабочее место
measure-social_workplace = социальное рабочее место
measure-training = профессиональное обучение
measure-grant = безвозвратный грант
measure-resettlement = переселение

offer-title = 💼 Предложение: <b>{ $title }</b>.
offer-title-wage = 💼 Предложение: <b>{ $title }</b>, <b>{ $wage }</b> в месяц.
# of a grant and a resettlement: no wage
offer-title-sum = 💼 Предложение: <b>{ $title }</b>, <b>{ $sum }</b>.
offer-measure = Вид: { $measure }
offer-employer = Работодатель: { $employer }
# it is not the reader who is to take part
offer-for = Кто участвует: { $person }
offer-was-for = Кому предложено: { $person }
offer-place = Где: { $place }
offer-starts = Начало: { $date }
offer-hours = Время: { $hours }
# $hours is a whole number
offer-hours-weekly =
    Время: { $hours } { $hours ->
        [one] час
        [few] часа
       *[many] часов
    } в неделю
offer-respond-by = Ответить до <b>{ $deadline }</b> (осталось: { $left })
offer-respond-by-passed = Срок ответа прошёл: { $deadline }
offer-details = Подробнее: { $details }
# $hours is a whole number
offer-left-hours =
    { $hours } { $hours ->
        [one] час
        [few] часа
       *[many] часов
    }
offer-left-minutes = меньше часа

## Where it stands
# $at is an hour and a day

offer-stands-taken_back = Ответ отозван, предложение снова открыто.
offer-stands-not_excused = Причину не признали уважительной, предложение снова открыто.
offer-stands-not_excused-late = Причину не признали уважительной. Это не отказ, спросите, что делать дальше.
offer-stands-accepted = Ответ: согласие ({ $at }).
offer-stands-refused = Ответ: отказ ({ $at }).
offer-stands-excuse_requested = Ответ: «не могу» ({ $at }). Это не отказ, причину рассмотрит { $office }.
offer-stands-excuse_requested-case_over = Ответ: «не могу» ({ $at }). Это не отказ. По заявлению уже есть решение, и семья из-за этого ответа ничего не теряет.
offer-stands-excused = Причину признали уважительной, участвовать не нужно. Это не отказ.
offer-stands-no_answer = Срок ответа прошёл: { $deadline }. Записано «нет ответа», а не «отказ».
offer-stands-undelivered = Срок ответа прошёл: { $deadline }. Предложение не дошло вовремя, поэтому записано «не доставлено». Это не отказ.
offer-stands-withdrawn = Предложение отозвал { $office }, отвечать не нужно. Отказом это не считается.
# the case was refused or terminated, and nothing was answered
offer-stands-case_over = По заявлению уже есть решение, отвечать не нужно. Если не ответить, семья ничего не потеряет.
offer-back-until = Отозвать ответ можно до <b>{ $deadline }</b>. Если { $office } примет его раньше, отозвать уже нельзя.
offer-back-passed = Срок ответа прошёл: { $deadline }. Отозвать ответ уже нельзя.
offer-back-acknowledged = Ответ принял { $office }, отозвать его уже нельзя.

## Its buttons

button-offer-open = Открыть предложение
button-offer-bill = Что изменится?
button-offer-accept = Согласиться
button-offer-cannot = Не могу
button-offer-refuse = Отказаться
button-offer-take_back = Отозвать ответ
button-offer-calendar = Добавить в календарь

## News of an offer

offer-extended = 💼 Срок ответа продлён до <b>{ $deadline }</b> (осталось: { $left }).
offer-extended-answered = 💼 Срок ответа продлён до <b>{ $deadline }</b>.
offer-named = Предложение: { $title }
offer-named-wage = Предложение: { $title }, { $wage } в месяц
offer-named-sum = Предложение: { $title }, { $sum }
offer-back = Это предложение снова в силе: решение, из-за которого его отозвали, отменено.
offer-withdrawn =
    💼 Предложение «{ $title }» отозвал { $office }, отвечать не нужно.
    Отказом это не считается и на помощь не влияет.
offer-withdrawn-calendar = Если день начала есть в вашем календаре, удалите эту запись.
offer-excused =
    Предложение «{ $title }»: причину признали уважительной, участвовать не нужно.
    Отказом это не считается и на помощь не влияет.
offer-not-excused = Причину не признали уважительной: предложение «{ $title }» снова открыто.
offer-not-excused-again = Если причину подтверждает документ, снова нажмите «Не могу» и отправьте его.
offer-not-excused-late =
    Предложение «{ $title }»: причину не признали уважительной.
    Срок ответа прошёл: { $deadline }. Отказом это не считается. С кем связаться, чтобы узнать, что дальше: { $contact }
offer-acknowledged-accepted = Ответ принят: согласие на предложение «{ $title }». Отозвать его уже нельзя.
offer-acknowledged-refused =
    Ответ принят: отказ от предложения «{ $title }». Отозвать его уже нельзя.
    Когда появится решение о помощи, бот сообщит.
offer-acknowledged-excuse_requested =
    Ответ принят: «не могу» на предложение «{ $title }». Это не отказ, причину рассматривают.
    Когда появится решение, бот сообщит.

## Another adult of the family has answered
# $person is a label, or offer-somebody

offer-somebody = Кто-то из вашей семьи
offer-answered-accepted = 💼 { $person } соглашается на предложение «{ $title }».
offer-answered-excuse_requested = { $person } отвечает «не могу» на предложение «{ $title }». Это не отказ, причину рассмотрит { $office }.
offer-answered-taken_back = 💼 { $person } отзывает ответ на предложение «{ $title }». Оно снова открыто, помощь не изменилась.
# of a case that is over
offer-answered-withdrawn = 💼 { $person } отзывает ответ на предложение «{ $title }». По заявлению уже есть решение, поэтому отвечать больше не нужно.
# $months is a whole number
offer-answered-refused =
    ⚠️ { $person } отказывается от предложения «{ $title }». Если ответ не отозвать, вся семья может остаться без помощи на { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }.

# the officer has sent away whoever answered
offer-answer-of-removed-accepted = 💼 На предложение «{ $title }» согласился человек, которого { $office } потом отключил от заявления.
offer-answer-of-removed-refused = ⚠️ От предложения «{ $title }» отказался человек, которого { $office } потом отключил от заявления.
offer-answer-of-removed-excuse_requested = На предложение «{ $title }» ответил «не могу» человек, которого { $office } потом отключил от заявления.
offer-answer-of-removed-decides = Ответ этого человека не удалён. Учитывать ли этот ответ, решит { $office }.
# it was acknowledged before
offer-answer-of-removed-stands = Ответ этого человека в силе.

## The deadline

offer-reminder = 💼 Ответить до <b>{ $deadline }</b> (осталось: { $left }).
# $months is a whole number
offer-reminder-why =
    Если не ответить, это не отказ, но { $office } ждёт ответа. При отказе вся семья может остаться без помощи на { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }.
offer-no-answer = Срок ответа прошёл: { $deadline }. Записано «нет ответа», а не «отказ». Объясните, что случилось. С кем связаться: { $contact }
offer-no-answer-stopped = Один из тех, кому бот сообщает о заявлении, сказал, что не знает другого, поэтому до конца срока ответы не принимались. Об этом знает { $office }.
offer-undelivered =
    Срок ответа прошёл: { $deadline }. Предложение не дошло вовремя, поэтому записано «не доставлено».
    Это не отказ, вашей вины нет. С кем связаться, чтобы ответить: { $contact }

## A shared phone: nothing of the offer itself

offer-private = 💼 Есть новое предложение. Ответить до <b>{ $deadline }</b> (осталось: { $left }).
offer-private-reminder = 💼 Предложение ждёт ответа до <b>{ $deadline }</b> (осталось: { $left }).
offer-private-news = 💼 Есть новость о предложении.
offer-private-news-until = 💼 Есть новость о предложении. Ответить до <b>{ $deadline }</b> (осталось: { $left }).

## The family's bill
# $wage is a sum, $loss and $loss-total are sums or ranges

# the columns: as it is, and since when the wage counts in full; the rows are those of what_if.ftl
offer-bill-columns = Если согласиться, в месяц: сейчас → { $date-from }
offer-bill-wage = Новая зарплата: { $wage }
# too close to an estimated line
offer-bill-taken-close = Останется ли помощь { $date-from }, зависит от официального предела.
# nothing is due now either
offer-bill-taken-barred = По расчёту помощь сейчас не положена, и с этой зарплатой тоже.
offer-bill-supplement-unknown = Доплата на детей сюда не входит: сколько её платят, бот пока не знает.
offer-bill-wage-from = Зарплату платят { $date-from }.
offer-bill-unchanged = До { $until-to } зарплата на помощь не влияет.
# the months between count in part
offer-bill-unchanged-then = До { $until-to } зарплата на помощь не влияет. Потом до { $date-to } она учитывается только частично.
offer-bill-no-wage = Зарплата в предложении не названа, поэтому посчитано только то, что семья теряет при отказе.
offer-bill-no-income = Сумма в предложении – не доход за месяц, поэтому посчитано только то, что семья теряет при отказе.
offer-bill-refused = Если отказаться, вся семья теряет помощь до { $until-to }: <b>{ $loss }</b> в месяц, всего <b>{ $loss-total }</b>.
offer-bill-refused-decided = Если отказаться, вся семья теряет помощь до { $until-to }: по решению <b>{ $loss }</b> в месяц, всего <b>{ $loss-total }</b>.
offer-bill-refused-unknown = Если отказаться, вся семья теряет помощь до <b>{ $until-to }</b>. Какая это сумма, бот не знает.
offer-bill-refused-nothing = Если отказаться, до <b>{ $until-to }</b> помощь не назначат никому в семье. По расчёту бота она и сейчас не положена, но { $office } может решить иначе.
# $jobs and $days are whole numbers; apart from the assistance
offer-bill-struck-off =
    После { $jobs } { $jobs ->
        [one] отказа
        [few] отказов
       *[many] отказов
    } от подходящей работы безработных снимают с учёта, вернуться можно через { $days } { $days ->
        [one] календарный день
        [few] календарных дня
       *[many] календарных дней
    } ({ $source }).
offer-bill-exempt = { $person }: по вашим ответам участвовать не обязательно. Можно нажать «Не могу»: это не отказ.
offer-bill-exempt-self = По вашим ответам участвовать не обязательно. Можно нажать «Не могу»: это не отказ.
offer-bill-exempt-otherwise = Но { $office } может решить иначе. Тогда из-за отказа вся семья потеряет помощь до { $until-to }: <b>{ $loss }</b> в месяц, всего <b>{ $loss-total }</b>.
# $kept is a list of what follows
offer-bill-kept = Даже при отказе семья сохранит: { $kept }.
kept-large-family = пособие многодетной семье ({ $amount })
kept-large-family-unknown = пособие многодетной семье
kept-awarded-mother = пособие награждённой матери ({ $amount })
kept-awarded-mother-unknown = пособие награждённой матери
kept-package = социальный пакет для детей
offer-bill-basis = Это предварительный расчёт, решает { $office }. Взяты предел этого квартала ({ $quarter }) и нынешний закон. Зарплата взята из предложения, на руки может выйти другая сумма.
offer-bill-line-estimate = Официальный предел на этот квартал боту пока неизвестен. Взят примерный: { $line }. Результат может измениться.
# the line is named above
offer-bill-line-estimate-told = Предел примерный: официальный боту пока неизвестен.
offer-bill-missing = Чтобы посчитать, что изменится, не хватает ответов:
offer-bill-no-answers = Чтобы посчитать, что изменится, нужны ответы о семье и доходах. Это около 10 вопросов, минут 10.
offer-bill-gap-member = Неизвестно, кому в семье сделано это предложение.

## What a refusal costs, above its first button

offer-price = ⚠️ Не спешите. По предварительному расчёту при отказе вся семья теряет помощь до { $until-to }: <b>{ $loss }</b> в месяц, всего <b>{ $loss-total }</b>.
offer-price-decided = ⚠️ Не спешите. { offer-bill-refused-decided }
offer-price-unknown = ⚠️ Не спешите. { offer-bill-refused-unknown } Ответьте на вопросы, и бот посчитает.
# every question is answered, and the sum depends on a line that is not published
offer-price-unknown-told = ⚠️ Не спешите. { offer-bill-refused-unknown }
offer-price-nothing = ⚠️ Не спешите. { offer-bill-refused-nothing }
offer-price-exempt = ⚠️ Не спешите. { offer-bill-exempt }
offer-price-exempt-otherwise = Но { $office } может решить иначе. Тогда по предварительному расчёту из-за отказа вся семья потеряет помощь до { $until-to }: <b>{ $loss }</b> в месяц, всего <b>{ $loss-total }</b>.
offer-price-exempt-self = ⚠️ Не спешите. { offer-bill-exempt-self }
offer-price-cannot = Если участвовать не получается, нажмите «Не могу»: это не отказ.

## Screens
# $place, $contact, $title, $person, $reason and $text come escaped; $date is a day

offers-list = Предложения вашей семье. Чтобы открыть, нажмите кнопку.
offers-none = Предложений пока нет. Если бот сообщает вам о заявлении, он скажет и о новом предложении.
offer-listed-awaited = • «{ $title }» – ответить до { $deadline }
offer-listed-late = • «{ $title }» – срок ответа прошёл: { $deadline }
offer-listed-accepted = • «{ $title }» – ответ: согласие
offer-listed-refused = • «{ $title }» – ответ: отказ
offer-listed-excuse_requested = • «{ $title }» – ответ: «не могу», причину рассматривают
offer-listed-excused = • «{ $title }» – причину признали уважительной
offer-listed-no_answer = • «{ $title }» – записано «нет ответа»
offer-listed-undelivered = • «{ $title }» – не дошло вовремя
offer-listed-withdrawn = • «{ $title }» – больше не действует
offer-listed-case_over = • «{ $title }» – отвечать не нужно: по заявлению уже есть решение
# it is not the reader who is to take part; $listed is one of the lines above
offer-listed-for = { $listed }. Кому: { $person }
# the rows of some offers are damaged
offers-damaged = Есть предложения, которые бот не может прочитать, поэтому здесь они не показаны. Спросите о них в карьерном центре, чтобы не пропустить срок ответа.
# $count is a whole number
offers-more =
    { $count ->
        [one] Ещё { $count } предложение сюда не поместилось.
        [few] Ещё { $count } предложения сюда не поместились.
       *[many] Ещё { $count } предложений сюда не поместились.
    }
# $offer is a title, or the caption for somebody else; $date-to is the day of the deadline, for two of one title
button-offer-listed-for = { $offer } ({ $person })
button-offer-listed-until = { $offer }, до { $date-to }
button-offer-listed-place = { $number }. { $offer }
# on a shared phone
button-offer-numbered = Предложение { $number }

offer-accept-confirm =
    Вы соглашаетесь на предложение «{ $title }». Подтверждаете?
    Отозвать ответ можно до { $deadline }. Если { $office } примет его раньше, отозвать уже нельзя.
button-offer-accept_yes = Да, соглашаюсь
button-offer-no = Нет, вернуться
offer-accepted-done = ✅ Записано: согласие на предложение «{ $title }». Ваш ответ увидит { $office }.
offer-accepted-start =
    Начало: <b>{ $date }</b>
    Где: { $place }
offer-accepted-no-start =
    Где: { $place }
    День начала в предложении не назван, спросите о нём.
offer-accepted-ask = Какие документы принести, спросите заранее. С кем связаться: { $contact }

button-offer-refuse_anyway = Всё равно отказаться
offer-refuse-confirm =
    Вы отказываетесь от предложения «{ $title }». Подтверждаете?
    Отозвать ответ можно до { $deadline }. Если { $office } примет его раньше, отозвать уже нельзя.
# what the family loses, once more; $until-to stands after «до»
offer-refuse-costs = Вся семья теряет помощь до { $until-to }: { $loss } в месяц.
offer-refuse-costs-unknown = Вся семья теряет помощь до { $until-to }.
offer-refuse-costs-nothing = До { $until-to } помощь не назначат никому в семье.
offer-refuse-reason-ask = Если хотите, сначала напишите причину сообщением. Это не обязательно.
offer-refuse-reason = Причина: «{ $reason }»
button-offer-refuse_yes = Да, отказываюсь
# $months is a whole number
offer-refused-done =
    Записано: отказ от предложения «{ $title }». Ваш ответ увидит { $office }.
    Если ответ не отозвать, семья может остаться без помощи на { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }.

offer-cannot = «Не могу» – это не отказ. Выберите причину, её рассмотрит { $office }.
button-offer-excuse-child_under_3 = Ребёнок до 3 лет
button-offer-excuse-disabled_child = Ребёнок с инвалидностью
button-offer-excuse-disabled_adult = Взрослый, I–II группа
button-offer-excuse-elderly = Уход за пожилым
button-offer-excuse-own_disability = У меня I–II группа
button-offer-excuse-long_illness = Болею дольше 2 месяцев
button-offer-excuse-full_time_study = Учусь очно
button-offer-excuse-other = Другая причина
offer-excuse-reason = Выбранная причина: «{ $reason }».
offer-excuse-text = Ваши слова: «{ $text }»
offer-excuse-files = Сохранено файлов: { $files }. Всего можно прислать { $most }.
offer-excuse-write =
    Если хотите, напишите несколько слов или пришлите подтверждение. Фото и файлов – не больше пяти.
    В конце нажмите «Отправить». Это не отказ.
offer-excuse-other =
    Напишите причину своими словами или пришлите подтверждение. Фото и файлов – не больше пяти.
    В конце нажмите «Отправить». Это не отказ.
button-offer-send = Отправить
offer-excuse-sent =
    Отправлен ответ «не могу» на предложение «{ $title }». Это не отказ, причину рассмотрит { $office }.
    Когда появится решение, бот сообщит.
hint-offer-excuse-words = Сначала напишите несколько слов или пришлите файл.
hint-offer-text-long = Последнее сообщение не добавлено: всего можно не больше { $most } знаков. Напишите короче.
hint-offer-secret = Этот текст не добавлен: похоже, в нём ИИН, номер карты или код из SMS. Никому их не сообщайте. Напишите причину без них.
hint-offer-files-many = Этот файл не добавлен: всего можно прислать не больше { $most }. Прежние файлы на месте.
hint-offer-file-big = Этот файл не добавлен: он больше { $most } МБ. Пришлите фото поменьше.
hint-offer-file-empty = Этот файл не добавлен: он пустой. Проверьте его и пришлите ещё раз.
hint-offer-file-lost = Этот файл не дошёл. Отправьте его ещё раз.
hint-offer-only-words =
    Причину отказа можно написать только словами.
    Чтобы прислать документ, вернитесь и нажмите «Не могу»: это не отказ.
hint-offer-other-kind = Такое сообщение бот добавить не может. Пришлите текст, фото или файл.

# somebody else of the family has the offer now
offer-taken-back-of-another = Ответ отозван, предложение снова открыто. Помощь не изменилась. Ответить теперь может { $person }.
offer-taken-back = Ответ отозван, предложение снова открыто. Помощь не изменилась. Ответить можно до { $deadline }.
# of a case that is over
offer-taken-back-case_over = Ответ отозван. По заявлению уже есть решение, поэтому отвечать на предложение больше не нужно.

# why nothing was written down; the offer as it is now stands below
offer-reply-already = Этот ответ уже записан.
offer-reply-not_yours = Это предложение не относится к заявлениям, о которых бот вам сообщает. Ничего не записано.
offer-of-another = Теперь на это предложение отвечает тот, кому его сделали. Ничего не записано.
# $person is the member as the authority has named them
offer-not-confirmed =
    Ответ не записан. Предложение сделано этому человеку: { $person }. Ответить может сам этот человек или тот, кого подтвердил карьерный центр.
    Если это вы или вы хотите ответить вместо этого человека, попросите центр подтвердить это. Не ответить – это не отказ.
button-offer-ask = Попросить подтвердить
offer-asked = ✅ Ваша просьба ушла в карьерный центр. Если центр подтвердит, бот сообщит, и вы сможете ответить. Если до срока ответа осталось мало времени, позвоните в центр.
offer-stopped = Ответ не записан: кто-то из тех, кому бот сообщает об этом заявлении, сказал, что не знает вас. Пока карьерный центр не проверит, ваши ответы не принимаются. Обратитесь туда. Не ответить – это не отказ.
offer-reply-outdated = Этот ответ не записан: предложение с тех пор изменилось. Сейчас оно такое:
offer-reply-price_first = Отказ не записан. Прочитайте ещё раз, что будет при отказе, и решите заново.
offer-reply-withdrawn = Этот ответ не записан: предложение больше не действует. Это не отказ.
offer-reply-case_over = Этот ответ не записан: по заявлению уже есть решение. Если не ответить, семья ничего не потеряет.
offer-reply-too_late =
    Этот ответ не записан: срок ответа прошёл ({ $deadline }).
    Не ответить – это не отказ. Объясните, что случилось. С кем связаться: { $contact }
offer-reply-too_late-back = Ответ не отозван: срок прошёл ({ $deadline }). Вопросы: { $contact }
offer-reply-stands = Ничего не изменилось: ответ уже принял { $office }. Вопросы: { $contact }

offer-bill-who = Предложение для этого человека: { $person }. Кто это в вашей семье?
button-offer-answer = Ответить на вопросы
offer-bill-afterwards = После ответов снова откройте предложение: /offers


# plain text, no HTML
calendar-file-first-day = Начало: { $title }
calendar-file-first-day-sent = Откройте файл, и день начала попадёт в календарь: { $date }.
