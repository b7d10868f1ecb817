### The result in one message, what stands beside it, what the children get, what to do next, what to keep in mind.
### Sums ($amount, $total, $line, $gap, $per-person …) come ready, as one sum or as a range.

## Due

result-yes = ✅ По расчёту положена адресная помощь: <b>{ $amount }</b> в месяц.
result-yes-about = ✅ По расчёту положена адресная помощь: примерно <b>{ $likely }</b> в месяц ({ $amount }).
# for which months it is paid: $period, and $months, how many they are
result-months =
    { $months ->
        [1] Платят за один месяц: { $period }.
       *[more] Всего за { $period } – { $total }.
    }
result-yes-parts = В месяц: сама помощь – { $assistance }, доплата на детей – { $supplement }.
result-yes-range = Доход известен не точно, поэтому и сумма примерная.
# the income equals the line
result-zero =
    По предварительному расчёту размер помощи – <b>{ $amount }</b> ({ $quarter }).
    Доход на человека равен пределу: { $line }. Помощь – это разница между пределом и доходом, а здесь её нет. Это не отказ.
result-zero-supplement = На детей могут доплачивать <b>{ $amount }</b> в месяц.
# until when, so that this month is paid as well: $day-after is a working day after «не позже», $month a month alone
result-apply-by = ⏳ Подайте заявление не позже { $day-after }, иначе можно потерять деньги за { $month }.
about-amount = примерно { $amount }
about-amount-between = примерно { $likely } ({ $amount })
result-apply-by-open = ⏳ Подайте заявление не позже { $day-after }: тогда помощь могут платить уже за { $month }.
result-apply-by-today = ⏳ Подайте заявление сегодня, иначе можно потерять деньги за { $month }.
result-apply-by-today-open = ⏳ Подайте заявление сегодня: тогда помощь могут платить уже за { $month }.
# the last working day of the month is over
result-apply-by-online = ⏳ До конца месяца заявление можно подать только через eGov. Если не подать, за { $month } не заплатят.
result-apply-by-online-open = ⏳ До конца месяца заявление можно подать только через eGov. Если подать, помощь могут платить уже за { $month }.
apply-by-reason = Это { $loss }: помощь платят с месяца, в котором подано заявление.
result-estimate = Это расчёт, а не решение.
result-estimate-of-status = Это вывод бота, а не решение.
# the quarter lies behind us
result-past = Этот квартал ({ $quarter }) уже прошёл, заявление за него не подать. Посчитайте и нынешний квартал.
result-other-help = Вашей семье по расчёту положено других выплат на { $amount } в месяц: нажмите «{ button-other-help }».
result-other-help-named = Ещё положено: { $name } – { $amount } в месяц.
result-other-help-paid = Если уже платят, сумма другая: нажмите «{ button-change }».
help-lowers-later = Если эти деньги назначат, адресная помощь позже уменьшится.
help-lowers-later-ends = Позже эти деньги, вероятно, заменят адресную помощь.
help-lowers-later-or-ends = Если эти деньги назначат, адресная помощь позже уменьшится или прекратится.
help-counts-later = Если назначат сейчас, эти деньги { $date-from } полностью посчитают доходом: тогда адресная помощь (при нынешнем пределе) будет { $assistance } в месяц.
help-counts-later-in-parts = Если назначат сейчас, часть этих денег { $date-from } могут посчитать доходом, а { $in-full-from } – все деньги: тогда адресная помощь (при нынешнем пределе) будет { $assistance } в месяц.
help-counts-later-ends = Если назначат сейчас, эти деньги { $date-from } полностью посчитают доходом: тогда адресная помощь прекратится.
help-counts-later-ends-in-parts = Если назначат сейчас, часть этих денег { $date-from } могут посчитать доходом, а { $in-full-from } – все деньги: тогда адресная помощь прекратится.
help-counts-later-or-ends = Если назначат сейчас, эти деньги { $date-from } полностью посчитают доходом: тогда адресная помощь (при нынешнем пределе) прекратится или будет не больше { $most } в месяц.
help-counts-later-or-ends-in-parts = Если назначат сейчас, часть этих денег { $date-from } могут посчитать доходом, а { $in-full-from } – все деньги: тогда адресная помощь (при нынешнем пределе) прекратится или будет не больше { $most } в месяц.
result-other-help-may = Ещё возможно: { $may }.
result-other-help-due = Ещё: { $due }.
result-other-help-due-and-may = Ещё: { $due }; возможно, и { $may }.

## Not due: fact, figure, limit, gap, door
# $source is an act with its article, $until-to is a day after «до», $until-from brings its «с» or «со»

result-no =
    По расчёту адресная помощь не положена: доход выше предела.
    На человека – { $per-person } в месяц ({ $period }), предел – { $line }.
result-no-at-least =
    По расчёту адресная помощь не положена: доход выше предела.
    На человека – не меньше { $per-person } в месяц ({ $period }), предел – { $line }.
refused-examination_refused =
    По этому заявлению помощь не назначат: комиссии не дали посмотреть, как живёт семья ({ $source }).
    Это касается только этого заявления. Можно подать новое и впустить комиссию.
    Не застали дома – это не отказ: попросите другое время.
refused-commission_no_need =
    По этому заявлению помощь не назначат: участковая комиссия дала заключение «необходимости нет» ({ $source }). Это касается только этого заявления.
    • Попросите акт и заключение комиссии.
    • Если там ошибка, подайте жалобу.
    • Если что-то изменится, подайте новое заявление.
refused-measures_refused =
    До { $until-to } помощь не назначат никому в семье: кто-то отказался от предложенной работы или курса ({ $source }).
    Если есть уважительная причина (уход за ребёнком, болезнь, очная учёба), сообщите о ней в { $office-to }.
refused-contract_broken =
    До { $until-to } помощь не назначат: прежний социальный контракт прекратили или не выполнили по вине семьи ({ $source }).
    Если причина другая, принесите подтверждение в { $office-to }.
refused-nobody_entitled = По ответам адресная помощь пока не положена. Её дают только семьям, где есть гражданин Казахстана, кандас, беженец или человек с документом на постоянное проживание (например, с видом на жительство).
refused-nobody_entitled-door = Если такой человек есть или появится (даже ребёнок), нажмите «{ button-change }». Подходит ли документ, скажут по номеру 1414.
refused-false_data =
    До { $until-to } помощь не назначат: сведения сочли ложными или документы недостоверными ({ $source }).
    Если это ошибка, принесите верные документы в { $office-to }.
# before July 2023, when the term is not known
refused-false_data-without-term =
    По этому заявлению помощь не назначат: сведения сочли ложными или документы недостоверными ({ $source }).
    На какой срок помощь не назначат, бот не знает: официального текста об этом у бота пока нет. Срок назовёт { $office }.
    Если это ошибка, принесите верные документы в { $office-to }.
# the day after which nothing bars a new application, whatever the number of grounds
refused-again = Снова подать заявление можно { $until-from }.
refused-keeps-allowances = Если вы получаете пособие многодетной семье или награждённой матери, оно сохраняется.
refused-keeps-allowances-and-package = Если вы получаете пособие многодетной семье или награждённой матери, оно сохраняется. Социальный пакет для детей тоже сохраняется.

## Too close to call, or an answer is missing

result-too-close = Точно сказать нельзя: доход на человека слишком близок к пределу.
result-too-close-figures = На человека выходит { $per-person } в месяц, примерный предел – { $line }.
# in three regions the line may be by median income, which is not known, so that the bot refuses nobody by its estimate
result-above-estimate =
    По примерному пределу помощь не положена.
    На человека выходит { $per-person } в месяц, примерный предел – { $line }.
    Официальный предел в этом регионе может быть выше. Подать заявление можно, это бесплатно.
result-above-estimate-past =
    По примерному пределу помощь была не положена.
    На человека выходит { $per-person } в месяц, примерный предел – { $line }.
    Официальный предел в этом регионе мог быть выше.
# a result that was shown before the estimate had two ends
result-too-close-amount-at-line = Если предел именно такой, помощь будет <b>{ $amount }</b> в месяц.
result-too-close-amount = Если официальный предел окажется выше дохода, помощь будет до <b>{ $amount }</b> в месяц.
# the income lies above the estimated line, or is not known to the tenge
result-too-close-no-amount = Сумма зависит от официального предела: помощь платят, только если он выше дохода.
# $kinds is a list of kinds of income
result-undecided = Пока точно сказать нельзя: неизвестна точная сумма ({ $kinds }).
result-undecided-range =
    От суммы дохода зависит, какой будет помощь: <b>{ $amount }</b> в месяц.
    Если доход выше предела, помощь не положена.
result-undecided-door = Узнайте сумму и исправьте ответ.
# somebody refused a job or a contract was broken, and the day is not known; $months is the term
result-undecided-yet = Пока точно сказать нельзя.
result-undecided-measures_refused =
    Неизвестен день отказа от работы или курса. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат никому в семье.
result-undecided-contract_broken =
    Неизвестен день, когда нарушен социальный контракт. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат.
result-undecided-false_data =
    Неизвестен день, когда подали неверные данные. Если с тех пор не прошло { $months } { $months ->
        [one] месяца
        [few] месяцев
       *[many] месяцев
    }, помощь не назначат.
result-undecided-after-term = Если срок, когда помощь не назначают, уже прошёл, она может быть <b>{ $amount }</b> в месяц.
result-undecided-too-close = К тому же доход слишком близок к пределу: на человека выходит { $per-person } в месяц, примерный предел – { $line }.
result-undecided-door-day = Когда это было, подскажет { $office }. Узнайте и исправьте ответ.

## What narrows a result that is open: the likely sum and the one fact; $person begins small

way-out-range = Помощь может быть <b>{ $amount }</b> в месяц.
way-out-range-likely = Помощь может быть <b>{ $amount }</b> в месяц. Если пособие платили в размере по закону, вероятнее всего – <b>{ $likely }</b>.
way-out-sum = Чтобы сказать точнее, нужна одна сумма: { $kind }.
way-out-sum-earned = Чтобы сказать точнее, нужна одна сумма: { $kind } – { $person }.
way-out-birthday = Чтобы сказать точнее, нужна дата рождения: { $person }.
way-out-absence = Чтобы сказать точнее, нужно знать, где сейчас живёт { $person }.

## Two readings: the law or the facts leave open who or what counts
# $condition is one of if-…, or a list of them; $amount is what is paid a month

reading-open = Ответ зависит от того, что решит комиссия:
# something else is not known either
reading-open-too = Ответ зависит и от того, что решит комиссия:
reading-open-yes = Сумма зависит от того, что решит комиссия:
reading-eligible = • { $condition }: <b>{ $amount }</b> в месяц
reading-refused = • { $condition }: помощь не положена
reading-too_close = • { $condition }: не больше { $amount } в месяц, доход слишком близок к пределу
reading-undecided = • { $condition }: точно сказать нельзя, но не больше { $amount } в месяц
reading-undecided-no-amount = • { $condition }: точно сказать нельзя
reading-apply = Подайте заявление, это бесплатно.
reading-many = Результат зависит от нескольких решений комиссии. Главный вопрос: { $doubt }?
reading-many-range = Поэтому помощь может быть { $amount } в месяц.
# what is most open; $person is a label, $kind a kind of income
doubt-relatives = входят ли в семью родные, которые живут с вами
doubt-membership = входит ли в семью этот человек ({ $person })
doubt-entitlement = посчитают ли всех в семье
doubt-income = { $kind } – это доход
doubt-supplement_age = до какого дня платят доплату на детей
# $child a label, $age what it turns, $date the day; then sums of all paid months
reading-birthday =
    { $child }: { $date } исполнится { $age } { $age ->
        [one] год
        [few] года
       *[many] лет
    }.
reading-supplement = Поэтому доплата на детей за все месяцы может составить { $least } или { $most }.
reading-supplement-range = Поэтому доплата на детей за все месяцы может составить { $amount }.
if-relatives-counted = если родные, которые живут с вами, входят в семью
if-relatives-left-out = если эти родные в семью не входят
# $person is a label
if-membership-counted = если этот человек входит в семью ({ $person })
if-membership-left-out = если этот человек в семью не входит ({ $person })
if-entitlement-counted = если посчитают всех в семье
if-entitlement-left-out = если посчитают только имеющих право на помощь
# $kind is a kind of income
if-income-counted = если { $kind } – это доход
if-income-left-out = если { $kind } – не доход

## Property that is a basis for the conclusion that there is no need
# $source is the article; $area square metres

no-need = ⚠️ Комиссия может решить, что помощь не нужна ({ $source }). Решает она, а не бот:
no-need-dwellings = • второе жильё, в том числе проданное или подаренное за последние 5 лет. Не мешает, если всё вместе не больше { $area } кв. м или жильё аварийное.
no-need-premises = • отдельное помещение, которое приносит доход.
no-need-building_plot = • участок под дом, когда жильё уже есть. Не мешает, если его бесплатно дал акимат.
no-need-cars = • вторая легковая машина на ходу. Не мешает многодетным и семьям, где есть ребёнок с инвалидностью или человек I–II группы.
no-need-transport = • транспорт для перевозки людей или груза, сельхозтехника, водный или воздушный транспорт. Не мешает, если он неисправен.

## Beside the assistance
# $children is a whole number

large-family =
    { $amount } в месяц – пособие многодетной семье: у вас { $children } { $children ->
        [one] ребёнок
        [few] ребёнка
       *[many] детей
    }. Это пособие платят при любом доходе, но в расчёте помощи его считают доходом.
large-family-unknown =
    Положено и пособие многодетной семье: у вас { $children } { $children ->
        [one] ребёнок
        [few] ребёнка
       *[many] детей
    }. Сколько платят, бот пока не знает.
awarded-mother-kumis_alqa = { $amount } в месяц – пособие матери, награждённой подвеской «Күміс алқа». Это пособие платят при любом доходе.
awarded-mother-altyn_alqa = { $amount } в месяц – пособие матери, награждённой подвеской «Алтын алқа». Это пособие платят при любом доходе.
awarded-mother-unknown = Положено и пособие награждённой матери. Сколько платят, бот пока не знает.

## Who decides
# .to is where one applies: «в карьерный центр»

office-E2020 = центр занятости населения
    .to = центр занятости населения
office-E2023 = карьерный центр
    .to = карьерный центр

## Children
# $child is a label, $years an age in words, $year 2021

package-child-and-age = { $child }, { $years }
package-child = { $child } – что положено:
package-school-child = { $child } – что положено в учебном году:
package-food_set = • каждый месяц продуктовый набор
package-hygiene_set = • раз в квартал средства гигиены
package-school_meals = • горячее питание в школе
package-travel = • проезд
package-uniform_and_supplies = • школьная форма и принадлежности
package-medical_care = • медицинская помощь, включая лечение зубов
package-medical_care-all-year = Круглый год – медицинская помощь, включая лечение зубов.
# $age and $until are whole years
package-too-young =
    { $child }: социальный пакет дают с { $age } { $age ->
        [one] года
        [few] лет
       *[many] лет
    }.
package-nobody = В семье нет детей младше { $until } лет, а социальный пакет положен детям.
package-while-paid = Пока платят помощь, детям положен социальный пакет:
package-without-assistance = Медицинская помощь положена детям и без адресной помощи.
# $from and $to are ages, $each what one child gets
supplement =
    { $children ->
        [1] Доплата на 1 ребёнка от { $from } до { $to } лет включительно – { $amount } в месяц, она уже входит в итоговую сумму.
        [one] Доплата на { $children } ребёнка от { $from } до { $to } лет включительно – { $amount } в месяц (на каждого – { $each }), она уже входит в итоговую сумму.
        [few] Доплата на { $children } детей от { $from } до { $to } лет включительно – { $amount } в месяц (на каждого – { $each }), она уже входит в итоговую сумму.
       *[many] Доплата на { $children } детей от { $from } до { $to } лет включительно – { $amount } в месяц (на каждого – { $each }), она уже входит в итоговую сумму.
    } Отдельное заявление не нужно.
supplement-unknown =
    Если помощь назначат, на { $children } { $children ->
        [one] ребёнка
        [few] детей
       *[many] детей
    } от { $from } до { $to } лет включительно каждый месяц будут доплачивать. Сколько именно, бот пока не знает.

## What next
# $days, $village-days and $visit-days are whole numbers, $date-to a day after «до», $date-from brings its «с» or «со»

next-steps =
    1. Нужны { $identity } и банковский счёт на ваше имя. Если есть доход, которого нет в государственных базах (например, алименты), возьмите о нём справку.
    2. Подайте заявление в { $office-to } (где он, скажут по номеру 1414), в селе – акиму, или через eGov.
    3. Комиссия придёт к вам домой в течение { $visit-days } { $visit-days ->
        [one] дня
        [few] дней
       *[many] дней
    } (возможно, рабочих): дома нужен взрослый. Решение обычно принимают за { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }, а если заявление принял аким в селе – за { $village-days }. Всё бесплатно.
identity-card = удостоверение личности
identity-any = документ, удостоверяющий личность (например, паспорт),
next-steps-contract =
    Если помощь назначат, нужно подписать социальный контракт: { $office } предложит работу или курс. Кто участвует: { $people }. Если отказаться от работы или курса, всей семье могут не назначать помощь { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    } со дня отказа.
next-steps-contract-nobody = Если помощь назначат, нужно подписать социальный контракт. Он не обязывает выходить на другую работу или идти на курс.
next-steps-renewal = Помощь платят до { $date-to }. Без заявления на новый квартал выплата прекратится.
next-steps-renewal-card = Помощь платят до { $date-to }. Нужно ли подтверждать право на неё в новом квартале, скажет { $office }: спросите до этого дня.
next-steps-too-close = Не откладывайте заявление: помощь платят с месяца, в котором его подали.
next-steps-undecided = Если сумму узнать не получается, всё равно подайте заявление: это бесплатно.
next-steps-undated-measures_refused = День отказа от работы или курса подскажет { $office }.
next-steps-undated-contract_broken = День, когда нарушен социальный контракт, подскажет { $office }.
next-steps-undated-false_data = День, когда подали эти данные, подскажет { $office }.
next-steps-undated = Если день узнать не получается, всё равно подайте заявление: это бесплатно.
next-steps-nobody_entitled = Если у кого-то в семье есть гражданство Казахстана, статус кандаса или беженца либо документ на постоянное проживание (например, вид на жительство), сначала нажмите «{ button-change }». Если нет, спросите по номеру 1414, как их получить.
next-steps-register = Чтобы подать заявление, сначала пропишитесь: с разрешения хозяина жилья временную прописку оформляют через eGov или в центре обслуживания населения (ЦОН).
# the family's duty while the assistance is paid; $days is a whole number
next-steps-duty =
    Если доход, состав семьи или адрес изменятся, пока платят помощь, сообщите об этом в { $office-to }, в селе – акиму. Срок – { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }. Иначе лишние деньги придётся вернуть.
button-if-awarded = Если помощь назначат
if-awarded-head = <b>Если помощь назначат</b>
if-awarded-money = Деньги платят каждый месяц, первый раз – после решения. В какой день, скажет { $office }.
next-steps-if-awarded = Если помощь назначат, у семьи будут и обязанности. О них – «{ button-if-awarded }».
next-steps-if-awarded-work =
    Если помощь назначат, { $office } предложит работу или курс. Если тот, кому предложат, откажется, всей семье могут не назначать помощь { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }. Подробнее – «{ button-if-awarded }».
next-steps-other-help = Ещё помощь по отдельному заявлению: { $names } («{ button-other-help }»). Если эти деньги назначат, сообщите в { $office-to }.
next-steps-other-help-once = Возможно, положено и это: { $name } – { $amount } один раз. Условия – «{ button-other-help }».
next-steps-appeal = Если помощь не назначат, решение можно обжаловать в вышестоящем органе или в суде.
next-steps-examination_refused = Можно подать новое заявление. В день, когда придёт комиссия, дома нужен взрослый.
next-steps-commission_no_need = Попросите акт и заключение комиссии. Если там ошибка, подайте жалобу.
next-steps-measures_refused = Если причина отказа уважительная, сообщите о ней в { $office-to } сейчас.
next-steps-contract_broken = Прежде чем подавать новое заявление, узнайте условия нового социального контракта.
next-steps-false_data = Проверьте документы. Если в них есть ошибка, исправьте её.
next-steps-false_data-without-term = Проверьте документы. Если в них есть ошибка, исправьте её. Когда снова можно подать заявление, скажет { $office }.
next-steps-disagree = Это только вывод бота. Если он кажется вам неверным, подайте заявление: это бесплатно, решает { $office }.

## Notes

note-estimate = Это предварительный расчёт, а не решение. Решает { $office }.
# $basis is one of basis-…
# $month is the month of the newest figure known
note-line-old = Этот предел взят по старым данным ({ $month }), официальный может быть выше.
# $months are the months for which the income was told
note-told-income = В этом расчёте взят доход за { $months }: именно о нём бот вас спрашивал.
note-line-estimate = Официальный предел на этот квартал боту пока неизвестен. Взят примерный: { $line } ({ $basis }). Результат может измениться.
# $share 70 %, $months months with their years
basis-region_base_quarter = { $share } прожиточного минимума за { $months }, { $region }
basis-region_newest_month = { $share } последнего известного прожиточного минимума, { $region }, { $months }
basis-country_newest_month = { $share } последнего известного прожиточного минимума по Казахстану, { $months }
basis-country_budget = { $share } прожиточного минимума из республиканского бюджета, { $months }
# what an estimated band rests on; $period is a year, a quarter or a month
basis-region = по прожиточному минимуму, { $region }, { $period }
basis-country = по прожиточному минимуму в Казахстане, { $period }
basis-line = по прежнему официальному пределу, { $region }, { $period }

## Warnings of the result: rules/result.py, Warn

warning-estimated_line = Когда станет известен официальный предел, посчитайте ещё раз.
warning-registered_nowhere = Без прописки заявление не примут: сначала нужна прописка (можно временная).
warning-some_not_entitled = Помощь в семье могут получать не все. На кого её посчитают, спросите, когда будете подавать заявление.
warning-line_may_be_higher = Официальный предел этого региона может быть и выше: его считают и по медианному доходу, а этот доход боту неизвестен.
warning-relatives_counted = Родные, которые живут с вами, и взрослые дети входят в расчёт вместе со своим доходом. Указать нужно всех.
warning-spouse_left = Если муж или жена живёт отдельно, в расчёт этот человек может не войти. Брак виден в государственной базе, поэтому нужно подтвердить, что вы живёте отдельно: пропиской по другому адресу, свидетельством о разводе или решением суда.
warning-absent_not_counted = Кто-то живёт не дома и в расчёт не вошёл. Это правило с официальным текстом не сверено.
warning-not_registered_here = Кто-то в семье здесь не прописан. Из-за этого помощь могут не назначить: сначала нужна прописка (можно временная).
warning-income_estimated = Часть дохода названа примерно, поэтому и результат примерный.
warning-farm_income_estimated = Доход от скота и огорода взят с ваших слов. Район может и не считать его доходом.
warning-unverified_income_counted = «Другой доход» вошёл в расчёт. Должен ли он входить, по официальному тексту не проверено.
warning-loan_counted = Кредит посчитан как доход: так объяснил министр в сентябре 2025 года. Это с официальным текстом не сверено.
warning-income_left_out = Некоторые выплаты доходом не посчитаны. Это известно из прессы, с официальным текстом не сверено.
warning-large_family_allowance_not_listed = Среди ваших доходов нет пособия многодетной семье, а оно положено. Если вам платят это пособие, добавьте его и посчитайте снова.
large-family-not-listed-lowers = Если его добавить, адресная помощь станет меньше или не будет положена.
warning-pension_age_unverified = Кто-то в семье близок к пенсионному возрасту. Сам этот возраст с официальным текстом не сверен.
warning-care_exemption_unverified = Кто ухаживает за близким, тому по расчёту не обязательно выходить на работу и идти на курс. Это с официальным текстом не сверено.
warning-permanent_work_exempts = Кто работает постоянно, тому не обязательно идти на предложенную работу или курс. К временной и сезонной работе это не относится.
warning-ill_not_able_bodied = Кто болеет дольше 2 месяцев, не считается тем, кто может работать. Выходить на работу и идти на курс тогда не обязательно.
warning-only_one_carer = В семье от работы и курсов за уход освобождают только одного человека.
warning-age_of_elderly_unknown = Уход освобождает от работы и курсов, только если пожилому больше 80 лет. Проверьте возраст.
warning-care_of_elderly_not_over_80 = Уход за пожилым не старше 80 лет от работы и курсов не освобождает. Но если в семье может работать только тот, кто ухаживает, контракт не нужен.
warning-no_child_under_3 = Отмечен уход за ребёнком до 3 лет, но такого ребёнка в семье нет. Проверьте ответ.
warning-exempt_member_refused_measures = Отмечен отказ от работы или курса, но участвовать в них в семье никто не обязан. Поэтому в расчёте этот отказ не мешает.
warning-false_data_term_not_read = На какой срок не назначают помощь из-за ложных сведений, бот не знает: официального текста об этом у бота пока нет.
warning-index_from_press = Месячный расчётный показатель (МРП) взят из прессы, с официальным текстом не сверен.
warning-index_unknown = Месячный расчётный показатель (МРП) на этот день неизвестен. Поэтому выплаты, которые от него зависят, не посчитаны.
warning-grown_child_not_counted = Взрослый ребёнок в расчёт не вошёл: после 18 лет входят только те, кто учится очно и кому меньше 23 лет. Если он живёт с вами, комиссия может решить иначе.
warning-supplement_upper_age = Платят ли доплату на ребёнка 6 лет, по официальному тексту не проверено.
warning-supplement_at_zero = Платят ли доплату на детей, когда сама помощь равна нулю, по официальному тексту не проверено.
warning-award_multiplier_unverified = Пособие награждённой матери за тот год посчитано по правилам более поздних лет. Это не проверено.
warning-commission_may_ask = Комиссия может спросить о вкладах, кредитах и тратах по карте. Само по себе это не причина отказа.
warning-ask_the_school = Питание в школе, проезд, форму и принадлежности дают по местным правилам. Как их получить, спросите в школе.
warning-law_read_earlier = Расчёт сделан по тексту Социального кодекса на 5 мая 2026 года. Более поздних изменений бот не знает.

## What is missing: rules/result.py, Gap

gap-income = { $person }: точная сумма неизвестна ({ $kind }).
gap-birthday = { $person }: не указана дата рождения, а от неё зависит результат.
gap-sex = { $person }: не указан пол, а от него зависит пенсионный возраст.
gap-refused_measures_on = Неизвестен день отказа от работы или курса, а от него зависит результат.
gap-contract_broken_on = Неизвестен день, когда нарушен социальный контракт, а от него зависит результат.
gap-false_data_on = Неизвестен день, когда подали неверные данные, а от него зависит результат.
gap-monthly_calculation_index = Когда опубликуют месячный расчётный показатель (МРП), посчитайте ещё раз.

quarter-choose = За какой год и квартал посчитать? Расчёт будет по закону того времени.

## Reminders of the result, and what comes after applying
# $date is a day, $day-after stands after «не позже»; $office alone

button-applied = Заявление подано
button-applied-earlier = Подано в другой день
button-remind = Напомнить { $date }
button-remind-not = Не напоминать { $date }
button-menu-reminders = Все напоминания
reminder-kept = Хорошо, бот напомнит { $date } утром.
reminder-kept-working-day = Хорошо, бот напомнит { $date } утром: до этого – выходные.
reminder-dropped = Об этом бот больше не напомнит.
reminder-too-late = Напоминать об этом дне уже поздно. Откройте результат снова и посмотрите срок.
reminders-head = <b>Бот напомнит:</b>
reminder-apply = • { $date }: подать заявление не позже { $day-after }
reminder-door = • { $date }: посчитать снова, помощь может быть положена
reminders-none = Напоминаний пока нет.
applied = Хорошо. Если заявление подано сегодня, дальше будет так:
applied-on = Хорошо. Если заявление подано { $date }, дальше будет так:
applied-which-day = В какой день подано заявление?
applied-link = Попросите ссылку, по которой этот бот покажет, что с заявлением: её даёт { $office }, в селе – аким. Тогда бот сообщит, когда придёт комиссия и что решили. Если ссылки не дадут, о решении спросите там же.
applied-appeal = Если откажут или назначат меньше положенного, решение можно обжаловать в вышестоящем органе или в суде.

## When the law moves: whether somebody is told

button-law-changes = Если закон изменится
button-law-changes-tell = Сообщать мне
button-law-changes-not = Больше не сообщать
law-changes-off =
    Законы и суммы меняются. Если это изменит ваш результат, бот может сообщить.
    Сообщать?
law-changes-on = Если закон, предел или суммы изменятся, а с ними и ваш результат, бот сообщит. Если результат прежний, не напишет.
