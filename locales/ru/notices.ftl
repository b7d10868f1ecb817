### Notices to a family that follows its case: visits of the commission, decisions, reminders.
### What the authority wrote ($address, $contact, $note) comes escaped. $date and $until stand alone in Kazakh and
### after «до», «не позже» in Russian; $date-to stands after «до», $date-from brings its «с» or «со».
### $from and $to are times; $to has its day when it is another day. $source is an act with its article.

## The visit

visit-scheduled =
    📅 Придёт комиссия: <b>{ $date }, с { $from } до { $to }</b>, { $address }.
    Она посмотрит, как живёт семья; дома нужен взрослый.
# under every visit to come
visit-refusing =
    Не застали дома – это не отказ, время можно перенести.
    А если отказаться показать, как живёт семья, помощь не назначат ({ $source }).
button-visit-home = Будем дома
button-visit-move = Попросить другое время
button-visit-calendar = Добавить в календарь
button-visit-nobody = Никто не пришёл

## The visit has moved: …-before is what held until now

visit-moved =
    📅 Комиссия придёт в другое время: <b>{ $date }, с { $from } до { $to }</b>, { $address }.
    Прежнее время ({ $date-before }, с { $from-before } до { $to-before }) больше не действует.
visit-moved-elsewhere =
    📅 Комиссия придёт в другое время и по другому адресу: <b>{ $date }, с { $from } до { $to }</b>, { $address }.
    Прежнее время ({ $date-before }, с { $from-before } до { $to-before }) больше не действует. Прежний адрес: { $address-before }.
visit-other-place =
    📅 Комиссия придёт по другому адресу: <b>{ $address }</b>. Прежний адрес: { $address-before }.
    Время не изменилось: { $date }, с { $from } до { $to }.
# neither window nor address
visit-changed = 📅 Сведения о визите комиссии обновлены. Время и адрес прежние: <b>{ $date }, с { $from } до { $to }</b>, { $address }.
visit-calendar-again = Если визит уже есть в вашем календаре, нажмите «Добавить в календарь» ещё раз: запись обновится.
visit-cancelled =
    📅 Комиссия <b>{ $date }, с { $from } до { $to }</b>, не придёт.
    Это не отказ. Если назначат новое время, бот сообщит.
    Если визит есть в вашем календаре, удалите эту запись.
visit-cancelled-decided =
    📅 Комиссия <b>{ $date }, с { $from } до { $to }</b>, не придёт.
    По заявлению уже есть решение, поэтому ждать комиссию не нужно.
    Если визит есть в вашем календаре, удалите эту запись.

## What the commission found

visit-held-need =
    ✅ Участковая комиссия дала заключение «необходимость есть».
    Это ещё не решение: решает { $office }. Когда решение появится, бот сообщит.
visit-held-no-need =
    Участковая комиссия дала заключение «необходимости нет». С таким заключением помощь не назначают ({ $source }).
    Это ещё не решение: решает { $office }. Заключение касается только этого заявления.
    • Попросите акт и заключение комиссии.
    • Если там ошибка, сразу сообщите о ней в { $office-to }.
visit-held-nobody-home =
    Записано, что комиссия приходила { $date }, с { $from } до { $to }, и никого не было дома.
    Это не отказ. Но пока комиссия не посмотрит, как живёт семья, помощь не назначат.
    • Обратитесь в { $office-to } и попросите другое время.
    • Если в это время кто-то был дома, скажите и об этом.
visit-held-examination-refused =
    Комиссия записала «отказ показать, как живёт семья». С такой записью помощь не назначают ({ $source }).
    Это ещё не решение: решает { $office }. Запись касается только этого заявления, можно подать новое.
    • Не застали дома – это не отказ: если было так, сразу сообщите об этом в { $office-to }.
    • Попросите акт комиссии.
# the reader has read another conclusion before
visit-held-corrected = Прежняя запись об этом визите исправлена и больше не действует.
# there was a decision before; visit-held-late stands below each of them
visit-held-need-decided = Участковая комиссия дала заключение «необходимость есть».
visit-held-no-need-decided = Участковая комиссия дала заключение «необходимости нет».
visit-held-nobody-home-decided = Записано, что комиссия приходила { $date }, с { $from } до { $to }, и никого не было дома. Это не отказ.
visit-held-examination-refused-decided = Комиссия записала «отказ показать, как живёт семья».
visit-held-late = По заявлению уже есть решение. Обратитесь в { $office-to } и спросите, влияет ли на него эта запись.

## Before the visit and after its window

visit-reminder-tomorrow = 📅 Завтра <b>с { $from } до { $to }</b> придёт комиссия, { $address }.
visit-reminder-today = 📅 Сегодня <b>с { $from } до { $to }</b> придёт комиссия, { $address }.
visit-reminder-dated = 📅 Придёт комиссия: <b>{ $date }, с { $from } до { $to }</b>, { $address }.
visit-reminder-who = Кто откроет дверь?
# the person has pressed button-visit-home
visit-reminder-home = Вы ответили: «Будем дома».
visit-reminder-changed = Если планы изменились, попросите другое время сейчас: без комиссии помощь не назначат.
visit-reminder-move = Если некому, попросите другое время сейчас: без комиссии помощь не назначат.
visit-window-passed =
    Комиссия должна была прийти { $date }, с { $from } до { $to }. Она пришла?
    Если нет, нажмите кнопку ниже: время запишется, сообщение уйдёт в { $office-to }.
    Вашей вины нет, заявление в силе. Если комиссия была, ничего не нажимайте.
# $days is a whole number
examination-overdue =
    Срок, за который комиссия должна прийти, закончился { $date } (если считать { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }). Заявление в силе.
    • Обратитесь в { $office-to } и спросите, в какой день придёт комиссия.
    • Если точный день не назовут, подайте жалобу.
    • Если комиссия уже была, попросите её заключение.
# a visit is still to come
examination-overdue-planned =
    Срок, за который комиссия должна прийти, закончился { $date } (если считать { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }). Заявление в силе.
    Комиссия придёт позже срока: <b>{ $visit-date }, с { $from } до { $to }</b>, { $address }.
    • Если это время вам не подходит, попросите другое кнопкой ниже.
    • Если комиссия не придёт и тогда, подайте жалобу.

## Where the application stands

# $person is a member as the authority has named them
follower-joined = Бот теперь сообщает о вашем заявлении и этому человеку: { $person }.
follower-joined-bare = Бот теперь сообщает о вашем заявлении ещё одному человеку.
follower-joined-unknown = Если вы не знаете этого человека, откройте список кнопкой ниже. Выберите этого человека и нажмите «Чужой человек».
follower-confirmed = ✅ Карьерный центр подтвердил, что вы из этой семьи. Теперь вы можете отвечать на предложения работы, сделанные вам. Можно отвечать и за того из семьи, кто сам сообщений не получает.
# somebody has said that they do not know the reader
follower-doubted = ⚠️ Кто-то, кому бот сообщает о том же заявлении, сказал, что не знает вас. Пока карьерный центр не проверит, ваши ответы не принимаются, но сообщения будут приходить. Не ответить на предложение работы – это не отказ. Обратитесь в центр.
follower-doubted-then = Если среди тех, кто получает сообщения, есть чужой, откройте список кнопкой ниже. Выберите этого человека и нажмите «Чужой человек».
# who did not know the reader was removed
follower-answers-again = ✅ Ваши ответы снова принимаются: того, кто сказал, что не знает вас, карьерный центр отключил от заявления.
follower-removed = Карьерный центр отключил вас от одного заявления: бот больше не сообщает вам о нём. Если это ошибка, обратитесь в карьерный центр.
case-received =
    Заявление на адресную социальную помощь (АСП) принято: { $date }.
    Теперь комиссия придёт посмотреть, как живёт семья. Когда время станет известно, бот сообщит.
# the authority withdraws its last message: $withdrawn is what it was, $status what holds again, both case-was-...
case-corrected-mistake = Карьерный центр отозвал сообщение «{ $withdrawn }». Оно было отправлено по ошибке.
case-corrected-appeal = Решение изменили по жалобе, сообщение «{ $withdrawn }» больше не действует.
case-corrected-now = Сейчас всё как до того сообщения: { $status }.
# what was withdrawn, by its day and its sum; $what is one of case-was-...
case-withdrawn-of = { $what } ({ $date })
case-withdrawn-of-sum = { $what } ({ $date }, { $amount } в месяц)
case-was-opened = заявление зарегистрировано
case-was-received = заявление принято
case-was-under_review = заявление рассматривают
case-was-assigned = помощь назначена
case-was-assigned-sum = помощь назначена, { $amount } в месяц
case-was-refused = помощь не назначена
case-was-suspended = выплата приостановлена
case-was-terminated = выплата прекращена
# $days is a whole number
case-examination-due =
    Комиссия должна прийти не позже { $date } (если считать { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }).
case-under-review =
    Заявление рассматривают { $date-from }.
    Когда станет известно время визита комиссии или решение, бот сообщит.

## Assigned
# $period is months with their year, $months and $members whole numbers

decision-assigned =
    ✅ Помощь назначена: <b>{ $amount }</b> в месяц.
    { $period }: { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }, всего { $total }.
# assigned before with another sum: $before a month
decision-changed =
    Размер помощи изменился: раньше было { $before } в месяц, теперь – <b>{ $amount }</b> в месяц.
    { $period }: { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }, всего { $total }.
# the authority left out the sum or the months, or paid not for whole months
decision-assigned-sum = ✅ Помощь назначена: <b>{ $amount }</b> в месяц.
decision-changed-sum = Размер помощи изменился: раньше было { $before } в месяц, теперь – <b>{ $amount }</b> в месяц.
decision-assigned-bare = ✅ Помощь назначена.
# only the supplement was sent, without the assistance itself
decision-assigned-supplement =
    ✅ Помощь назначена.
    Доплата на детей: <b>{ $supplement }</b> в месяц.
decision-period =
    { $period }: { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }.
decision-unsaid-sum = Размер помощи в сообщении не указан: обратитесь в { $office-to } и спросите о нём.
decision-unsaid-assistance = Размер самой помощи в сообщении не указан: обратитесь в { $office-to } и спросите о нём.
decision-unsaid-first = С какого дня платят помощь, в сообщении не указано: обратитесь в { $office-to } и спросите об этом.
decision-unsaid-last = До какого дня платят помощь, в сообщении не указано: обратитесь в { $office-to } и спросите об этом.
decision-unsaid-months = За какие месяцы платят, в сообщении не указано: обратитесь в { $office-to } и спросите об этом.
# when the money comes and to which account, as far as it is known: $date is a day, $account four digits
decision-first-payment = Первая выплата: <b>{ $date }</b>.
decision-first-payment-past = Первая выплата должна была прийти <b>{ $date }</b>. Если её нет, обратитесь в { $office-to }.
decision-account = Банковский счёт для выплаты: последние цифры номера – <b>{ $account }</b>.
decision-paid-monthly = Помощь платят каждый месяц ({ $source }). В какой день придут деньги, скажет { $office }.
decision-conditional = Помощь назначена с условием: { $office } заключает с вами социальный контракт, его нужно выполнять.
decision-unconditional = Помощь назначена без условий: социальный контракт не нужен.
# what the family owes while it is paid (article 126); $days a whole number
decision-duty =
    Если изменятся доход, состав семьи или адрес, сообщите об этом в { $office-to }, в селе – акиму. Срок – { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }. Иначе лишние деньги придётся вернуть ({ $source }).
decision-appeal = Решение можно обжаловать в вышестоящем органе или в суде ({ $source }).

## The decision beside the bot's estimate: «расчёт» is the bot's, «решение» the office's
# $decided, $estimated and $expected are sums or months with their year

decision-as-estimated = Решение совпадает с предварительным расчётом бота.
decision-near-estimate = Решение сходится с предварительным расчётом бота: там было { $amount } в месяц.
decision-near-estimate-assistance = Сама помощь сходится с предварительным расчётом бота: там было { $amount } в месяц. Размера доплаты на детей бот не знал.
# the sum of the decision is larger
decision-above-estimate = Сумма в решении больше, чем в предварительном расчёте бота: там было { $amount } в месяц.
# the months of the decision are more; $expected are months with their year
decision-longer-than-estimate = Помощь назначена на больший срок. Если считать с месяца заявления, срок был бы короче: { $expected }.
decision-differs = Решение отличается от предварительного расчёта бота:
decision-differs-assistance = • помощь в месяц: в решении – { $decided }, в расчёте – { $estimated }
decision-differs-supplement = • доплата на детей в месяц: в решении – { $decided }, в расчёте – { $estimated }
decision-differs-no-supplement = • доплата на детей в месяц: в решении не названа, в расчёте – { $estimated }
decision-differs-months = • месяцы: в решении – { $decided }, а если считать с месяца заявления – { $expected }
# the decision is not for whole months
decision-differs-days = • срок выплаты: в решении – { $date-from } до { $date-to }, а если считать с месяца заявления – { $expected }
decision-ask = Обратитесь в { $office-to } и спросите:
decision-ask-income =
    • сколько человек в семье посчитали (в расчёте бота – { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    })
    • какой доход на человека получился (в расчёте бота – { $per-person })
    • какой предел взяли (в расчёте бота – { $line })
decision-ask-supplement =
    • на скольких детей посчитана доплата ({ $children ->
        [0] в расчёте бота её нет
        [one] в расчёте бота – на { $children } ребёнка
        [few] в расчёте бота – на { $children } детей
       *[many] в расчёте бота – на { $children } детей
    })
decision-ask-months = • почему в решении другие месяцы (помощь платят с месяца заявления до конца квартала)
decision-ask-days = • почему в решении другой срок (помощь платят за полные месяцы, с месяца заявления до конца квартала)
decision-ask-line = Предел у бота примерный, разница может быть из-за него.
# beside a refusal for income
decision-estimate-figures =
    В предварительном расчёте бота: в семье { $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    }, доход на человека – { $per-person }, предел – { $line }.
# the bot had said that nothing is due
decision-not-estimated = По предварительному расчёту бота помощь была не положена. Действует это решение, а не расчёт бота.

## Refused: the ground, its article, until when, the doors
# $months is a whole number

# no ground was given
decision-refused-unsaid =
    Помощь не назначена. Причина в сообщении не указана.
    • Попросите само решение: в нём указаны причина и статья.
    • Если там ошибка, подайте жалобу.
# no ground was given, but a note: it stands below
decision-refused-explained =
    Помощь не назначена.
    • Попросите само решение: в нём указаны причина и статья.
    • Если там ошибка, подайте жалобу.
decision-refused-income_above_line =
    Помощь не назначена: по решению доход на человека выше предела ({ $source }). Это касается только этого квартала ({ $quarter }).
    • Попросите расчёт: какой взят доход, сколько человек, какой предел.
    • Если там ошибка, подайте жалобу.
decision-again = Снова подать заявление можно { $date-from }: тогда посчитают доход за другие месяцы.
decision-again-now = Этот квартал прошёл, теперь можно подать заявление снова: посчитают доход за другие месяцы.
decision-refused-examination_refused =
    Помощь не назначена: в решении сказано, что комиссии не дали посмотреть, как живёт семья ({ $source }). Это касается только этого заявления.
    • Можно подать новое заявление и впустить комиссию.
    • Если это не так, попросите акт комиссии и подайте жалобу. Не застали дома – это не отказ.
decision-refused-commission_no_need =
    Помощь не назначена: участковая комиссия дала заключение «необходимости нет» ({ $source }). Это касается только этого заявления.
    • Попросите акт и заключение комиссии.
    • Если там ошибка, подайте жалобу.
    • Если что-то изменится, подайте новое заявление.
decision-refused-measures_refused =
    Помощь не назначена никому в семье: в решении сказано, что кто-то отказался от предложенной работы или курса ({ $source }).
    По этой причине помощь не назначают { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    } со дня отказа. Этот срок закончится не позже { $until }, потом можно подать заявление снова.
    • Если есть уважительная причина (уход за ребёнком, болезнь, очная учёба), сообщите о ней в { $office-to } сейчас.
    • Если это ошибка, подайте жалобу.
decision-refused-contract_broken =
    Помощь не назначена: в решении сказано, что прежний социальный контракт прекратили или не выполнили по вине семьи ({ $source }).
    По этой причине помощь не назначают { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }. Этот срок закончится не позже { $until }, потом можно подать заявление снова.
    • Если причина другая, принесите подтверждение в { $office-to }.
    • Если это ошибка, подайте жалобу.
decision-refused-nobody_entitled =
    Помощь не назначена: в решении сказано, что в семье нет тех, кто имеет на неё право ({ $source }).
    • Если документ есть (гражданство, статус кандаса или беженца, вид на жительство), принесите его в { $office-to }.
    • Если ошибка в решении, подайте жалобу.
decision-refused-false_data =
    Помощь не назначена: сведения сочли ложными или документы недостоверными ({ $source }).
    По этой причине помощь не назначают { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    } со дня, когда подали сведения. Этот срок закончится не позже { $until }.
    • Спросите, о каких сведениях идёт речь.
    • Если в документах ошибка, принесите верные в { $office-to }.
    • Если ошибка в решении, подайте жалобу.
# before July 2023, when the term is not known
decision-refused-false_data-without-term =
    Помощь не назначена: сведения сочли ложными или документы недостоверными ({ $source }).
    На какой срок помощь не назначат, бот не знает: официального текста об этом у бота пока нет. Срок назовёт { $office }.
    • Спросите, о каких сведениях идёт речь.
    • Если в документах ошибка, принесите верные в { $office-to }.
    • Если ошибка в решении, подайте жалобу.

## Suspended, terminated

case-suspended = Выплата приостановлена { $date-from }. Это не прекращение: выплата может продолжиться.
case-terminated = Выплата прекращена { $date-from }.
case-paid-until = Срок выплаты, указанный в сообщении: до { $date-to }.
case-paid-from = Срок выплаты, указанный в сообщении: { $date-from }.
case-paid-from-until = Срок выплаты, указанный в сообщении: { $date-from } до { $date-to }.
case-stopped-income_above_line = Причина: по решению доход на человека выше предела ({ $source }).
case-stopped-examination_refused = Причина: в решении сказано, что комиссии не дали посмотреть, как живёт семья ({ $source }).
case-stopped-commission_no_need = Причина: участковая комиссия дала заключение «необходимости нет» ({ $source }).
case-stopped-measures_refused = Причина: в решении сказано, что кто-то отказался от предложенной работы или курса ({ $source }).
case-stopped-contract_broken = Причина: в решении сказано, что социальный контракт прекратили или не выполнили по вине семьи ({ $source }).
case-stopped-false_data = Причина: сведения сочли ложными или документы недостоверными ({ $source }).
case-stopped-nobody_entitled = Причина: по решению, в семье нет тех, кто имеет право на помощь ({ $source }).
case-stopped-unsaid = Причина в сообщении не названа: обратитесь в { $office-to } и спросите о ней.
# no ground, so no article
case-stopped-unread = На какую статью опирается решение, в сообщении не сказано. Посмотрите её в самом решении.
# $months is a whole number
case-stopped-bar =
    По этой причине помощь не назначают { $months } { $months ->
        [one] месяц
        [few] месяца
       *[many] месяцев
    }. Этот срок закончится не позже { $until }.
case-suspended-doors =
    • Обратитесь в { $office-to } и спросите, что нужно, чтобы выплата возобновилась.
    • Попросите копию решения. Если там ошибка, подайте жалобу.
case-terminated-doors = • Попросите копию решения. Если там ошибка, подайте жалобу.
case-terminated-again = • Если что-то изменится, подайте новое заявление.
case-terminated-again-later = • Когда срок закончится, можно подать новое заявление.

## The next quarter

renewal-reminder = Помощь платят до <b>{ $date-to }</b>. Если в Цифровой карте семьи нет данных о доходах, право на помощь в новом квартале нужно подтвердить. Иначе выплата прекратится.
renewal-over = Срок, за который платили помощь, закончился { $date }. Чтобы получать её дальше, нужно новое заявление.
renewal-apply =
    Заявление можно подать { $date-from }: в { $office-to }, в селе – акиму, или через eGov.
    Помощь платят с месяца заявления.
renewal-answers = Проверить прошлые ответы? Само заявление бот не отправляет.
button-renew = Проверить ответы

## Above a notice to somebody who follows several cases
# $whose is a member of the family or a region

notice-of-case = Заявление № { $case }, { $whose }
# two cases of one number and one member: the region tells them apart
notice-of-case-in-region = Заявление № { $case }, { $whose }, { $region }

## The authority's own words

notice-contact = Вопросы: { $contact }
notice-note = Пояснение: { $note }

## What somebody asked to be reminded of
# $day-after stands after «не позже», $month is the name of a month, $date-from brings its «с» or «со»

apply-reminder = ⏳ Вы просили напомнить. Подайте заявление не позже { $day-after }: тогда помощь могут платить уже за { $month }.
apply-reminder-today = ⏳ Вы просили напомнить. Подайте заявление сегодня: тогда помощь могут платить уже за { $month }.
door-reminder = Вы просили напомнить. Помощь может быть положена { $date-from }. Проверьте ответы и посчитайте снова.

## That the law has changed a result: what it comes to now, what it came to before, and why
# $amount, $before and $now are sums

law-change-now-yes = По новому расчёту помощь – <b>{ $amount }</b> в месяц.
law-change-now-no = По новому расчёту помощь не положена.
law-change-now-open = По новому расчёту точно сказать нельзя, положена ли помощь.
law-change-now-open-range = По новому расчёту помощь может быть <b>{ $amount }</b> в месяц. Точно сказать нельзя.
law-change-before-yes = По прошлому расчёту было { $amount } в месяц.
law-change-before-no = По прошлому расчёту помощь не была положена.
law-change-before-open = По прошлому расчёту точного ответа не было.
law-change-before-open-range = По прошлому расчёту точного ответа не было: могло выйти { $amount } в месяц.
law-change-line-published = Причина: опубликован официальный предел дохода для вашего региона – { $now } на человека в месяц. Раньше бот брал примерный: { $before }.
law-change-line = Причина: в расчёте теперь другой предел дохода на человека для вашего региона: { $now }, раньше – { $before }.
law-change-numbers = Причина: в законе изменились правила или суммы, по которым считают помощь.
law-change-estimate = Бот посчитал это по вашим сохранённым ответам. Это не решение.
button-law-change-result = Посмотреть результат
