### The family's application at the authority: following it by a link, where it stands, what is answered to a visit.

## Following an application
# $case is the authority's number, $region-in says where, $date is a day, $days a whole number

join-ask =
    Это заявление № { $case }, поданное { $region-in } { $date }.
    Если подтвердите, бот будет сообщать о нём: когда придёт комиссия, что решили, что с выплатой.
    Карьерный центр увидит, что сообщение дошло и что вы на него ответили, написали и прислали. Ваших ответов для расчёта он не увидит.
    Сообщать вам об этом заявлении?
# $person is written by the authority
join-for = Для кого ссылка: { $person }.
button-join-yes = Да, сообщать
button-join-no = Не сейчас
# before consent
join-after-consent = Если разрешите, бот спросит о заявлении по ссылке.
joined = ✅ Теперь бот будет сообщать об этом заявлении.
join-already = Бот уже сообщает вам об этом заявлении.
join-not-now = Ничего не изменилось. Пока срок ссылки не прошёл, её можно открыть снова.
join-link-does-not-work =
    Эта ссылка не работает: она годится один раз и для одного человека, её срок – { $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    }.
    Новую ссылку попросите там, где подавали заявление: в карьерном центре, в селе у акима.

# the officer lets the link ask for a year: nothing of the case is told before it
join-ask-closed =
    По этой ссылке можно получать сообщения об одном заявлении: когда придёт комиссия, что решили, что с выплатой.
    После «Да» бот спросит год рождения того, кто подал заявление. Тогда будет видно, какое это заявление.
    Карьерный центр увидит, что сообщение дошло и что вы на него ответили, написали и прислали. Ваших ответов для расчёта он не увидит.
    Сообщать вам об этом заявлении?
join-ask-year = Чтобы ссылкой не воспользовались чужие, напишите год рождения того, кто подал заявление. Например: 1985
join-wrong-year = Этот год не подходит. После третьей ошибки ссылка перестанет работать. Напишите год рождения того, кто подал заявление.

## Who follows it
# $person is a member as the authority has named them, $date-from a day

button-case-followers = Кому бот сообщает
followers = Сообщения об этом заявлении получают:
follower-self = Вы
follower-nameless = имя не указано
follower-line = • { $person } – { $date-from }
follower-by-officer = (центр подтвердил)
follower-stopped = (ответы не принимаются, пока центр не проверит)
followers-alone = Больше их никто не получает. Если присоединится кто-то ещё, бот скажет.
followers-answers = На предложение работы отвечает тот, кому его сделали. С его разрешения может ответить и другой человек. Если сам он сообщений не получает, может ответить тот, кого подтвердил карьерный центр.
button-follower-may_answer = Разрешить: { $person }
button-follower-may_not_answer = Запретить: { $person }
button-follower-doubt = Чужой человек: { $person }
follower-doubt-ask =
    Вы не знаете этого человека ({ $person })?
    Бот сообщит в карьерный центр. Пока центр не проверит, этот человек не сможет отвечать от имени семьи.
# the officer has confirmed that person, or the reader is doubted as well
follower-doubt-ask-told =
    Вы не знаете этого человека ({ $person })?
    Бот сообщит в карьерный центр. Что делать дальше, решит центр.
button-follower-known = Знаю, вернуться
button-follower-doubt_yes = Не знаю, сообщить
follower-doubt-stopped = ✅ Сообщение ушло в карьерный центр: вы не знаете этого человека ({ $person }). Пока центр не проверит, ответы этого человека не принимаются.
follower-doubt-both = ✅ Сообщение ушло в карьерный центр: вы не знаете этого человека ({ $person }). Пока центр не проверит, не принимаются ни ваши ответы, ни ответы этого человека. Не ответить на предложение – это не отказ.
follower-doubt-told = ✅ Сообщение ушло в карьерный центр: вы не знаете этого человека ({ $person }). Что делать дальше, решит центр.
follower-may_answer-done = ✅ Теперь на предложения, сделанные вам, может отвечать и этот человек: { $person }. Это можно отменить здесь же.
follower-may_not_answer-done = ✅ Теперь на предложения, сделанные вам, этот человек отвечать не может: { $person }.

## No longer following it

button-leave = Больше не сообщать
leave-ask =
    Бот больше ничего не скажет об этом заявлении: ни о комиссии, ни о решении. Само заявление не изменится.
    Больше не сообщать?
button-leave-yes = Да, не сообщать
button-leave-no = Нет, сообщать
left = Бот больше не сообщает об этом заявлении. Чтобы он сообщал снова, попросите в карьерном центре новую ссылку.
leave-already = Бот уже не сообщает вам об этом заявлении.
# beside forget-ask
forget-follows = 
    О заявлении бот тоже перестанет сообщать, но само заявление не изменится. В карьерном центре останутся только сообщения бота о заявлении и отметка, когда и какой ответ вы дали. Ваших ответов для расчёта в них нет. Написанные вами пояснения и присланные файлы тоже удалятся.
    Если по ответу «Не могу» ещё нет решения, они останутся в центре до решения. Если по этому ответу так и не решат, а помощь не назначат или выплату прекратят, они удалятся через { $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    } после этого.
# beside forgotten
forgotten-kept = В карьерном центре остались только сообщения бота о заявлении и отметка, когда и какой ответ вы дали. Если центр ещё рассматривает ваши пояснения и файлы, они удалятся позже, в срок, который бот назвал.

## Where it stands
# $date is a day, $amount a sum, $from and $to are days here

case-none = О вашем заявлении бот пока не знает. Если оно уже подано, попросите в карьерном центре ссылку для бота.
case-how = Если заявление ещё не подано, сделайте так:
case-choose = Какое заявление показать?
button-case = { $date }, № { $case }
# of two cases with the same number; $region stands alone
button-case-in = { $region }, № { $case }
button-case-history = Вся история
# $region stands alone
case-head = Заявление № { $case }, { $region }. Подано { $date }.
stands-opened = Сейчас: заявление зарегистрировано ({ $date }).
stands-received = Сейчас: заявление принято ({ $date }).
stands-under_review = Сейчас: заявление рассматривают ({ $date-from }).
stands-assigned = Сейчас: помощь назначена, <b>{ $amount }</b> в месяц, { $from } – { $to }.
stands-assigned-sum = Сейчас: помощь назначена, <b>{ $amount }</b> в месяц.
stands-assigned-bare = Сейчас: помощь назначена. О размере спросите в карьерном центре.
# the last paid day is over
stands-paid_out = Сейчас: срок выплаты закончился. Была назначена помощь: <b>{ $amount }</b> в месяц, { $from } – { $to }.
stands-paid_out-bare = Сейчас: срок выплаты закончился ({ $date }).
stands-refused = Сейчас: помощь не назначена ({ $date }).
stands-suspended = Сейчас: выплата приостановлена ({ $date }).
stands-terminated = Сейчас: выплата прекращена ({ $date }).
ground-income_above_line = Причина в решении: доход на человека выше предела.
ground-examination_refused = Причина в решении: комиссии не дали посмотреть, как живёт семья.
ground-commission_no_need = Причина в решении: комиссия дала заключение «необходимости нет».
ground-measures_refused = Причина в решении: отказ от предложенной работы или курса.
ground-contract_broken = Причина в решении: социальный контракт прекратили или не выполнили по вине семьи.
ground-false_data = Причина в решении: сведения сочли ложными или документы недостоверными.
ground-nobody_entitled = Причина в решении: в семье нет тех, кто имеет право на помощь.

## What comes next, and by when
# $date is a day, $from and $to are times

coming-visit = Придёт комиссия: { $date }, с { $from } до { $to }, { $address }.
coming-visit-passed = Время визита комиссии прошло: { $date }, с { $from } до { $to }. Если никто не пришёл, нажмите кнопку ниже.
coming-examination =
    Комиссия должна прийти и посмотреть, как живёт семья, не позже { $date } (если считать { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }).
coming-examination-overdue =
    Комиссия должна была прийти не позже { $date } (если считать { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    }), но о её визите ничего не известно. Спросите в карьерном центре, когда она придёт. Если ответа нет, можно подать жалобу.
# $centre-date is the last day at a career centre, $village-date where a rural akim took the application up
coming-decision = Решение обычно выходит не позже { $centre-date }, а если заявление принял аким сельского округа, то не позже { $village-date }.
coming-decision-overdue = Решение обычно выходит не позже { $centre-date }, а если заявление принял аким сельского округа, то не позже { $village-date }. О решении ничего не известно: спросите о нём в карьерном центре.
coming-decision-source = Эти сроки взяты из официального описания услуги ({ $centre-days } и { $village-days } рабочих дней). С действующими правилами их ещё никто не сверил.
coming-renewal = Спросите в карьерном центре, нужно ли подтвердить право на помощь { $date-from }. Если данных о доходах нет, без подтверждения выплата прекратится.
coming-renewal-unknown = Помощь назначают на квартал: на новый квартал подайте заявление снова.
coming-renewal-past = Можно подать заявление на новый квартал.
# while the assistance is paid: $days is a whole number, $source an article
case-duty =
    Если изменятся доход, состав семьи или адрес, сообщите в карьерный центр, в селе – акиму. Срок – { $days } { $days ->
        [one] рабочий день
        [few] рабочих дня
       *[many] рабочих дней
    } ({ $source }).
case-payment-ends = При переезде в другой город, район или за границу выплата прекратится ({ $source }).
coming-refused = Если решение кажется вам неверным, подайте жалобу. Если что-то изменится, подайте новое заявление.
coming-refused-later = По причине, названной в решении, помощь не назначают шесть месяцев. Потом можно подать новое заявление. Если решение кажется вам неверным, подайте жалобу.
coming-suspended = Спросите в карьерном центре, почему выплату приостановили и что принести.
coming-terminated = Подробнее о причине спросите в карьерном центре. Если что-то изменится, подайте новое заявление.
coming-terminated-later = Подробнее о причине спросите в карьерном центре. По этой причине помощь не назначают шесть месяцев, потом можно подать новое заявление.

## Its history, a line a thing
# $date is the day of the thing; $day, $from and $to are the visit's

history = Как всё шло:
history-opened = • { $date } – заявление зарегистрировано
history-status_received = • { $date } – заявление принято
history-status_under_review = • { $date } – заявление взяли на рассмотрение
history-status_assigned = • { $date } – помощь назначена, { $amount } в месяц
history-status_assigned-bare = • { $date } – помощь назначена
history-status_refused = • { $date } – помощь не назначена
history-status_suspended = • { $date } – выплата приостановлена
history-status_terminated = • { $date } – выплата прекращена
history-case_corrected = • { $date } – карьерный центр отозвал своё последнее сообщение
history-visit_scheduled = • { $date } – назначено время визита комиссии: { $day }, { $from }–{ $to }
history-visit_rescheduled = • { $date } – время визита комиссии изменилось: { $day }, { $from }–{ $to }
history-visit_rescheduled-place = • { $date } – изменился адрес визита комиссии, время прежнее: { $day }, { $from }–{ $to }
history-visit_rescheduled-both = • { $date } – изменились время и адрес визита комиссии: { $day }, { $from }–{ $to }
history-visit_rescheduled-same = • { $date } – сведения о визите комиссии обновлены: { $day }, { $from }–{ $to }
history-visit_cancelled = • { $date } – визит комиссии отменён
history-visit_held-need = • { $date } – комиссия была, заключение: необходимость есть
history-visit_held-no_need = • { $date } – комиссия была, заключение: необходимости нет
history-visit_held-nobody_home = • { $date } – записано, что комиссия приходила, а дома никого не было
history-visit_held-examination_refused = • { $date } – комиссия записала «отказ показать, как живёт семья»
history-visit_corrected = • { $date } – запись о визите комиссии исправлена
history-joined = • { $date } – бот начал сообщать кому-то ещё из семьи
history-joined-self = • { $date } – бот начал сообщать вам
history-follower_confirmed = • { $date } – центр подтвердил одного из тех, кому сообщает бот
history-follower_removed = • { $date } – центр отключил одного из тех, кому сообщал бот
history-follower_doubted = • { $date } – один из тех, кому сообщает бот, сказал, что не знает другого
history-left = • { $date } – бот перестал сообщать кому-то ещё из семьи
history-left-self = • { $date } – бот перестал сообщать вам
history-visit_confirmed = • { $date } – ответ семьи: будем дома
history-visit_move_requested = • { $date } – семья попросила другое время
history-nobody_came = • { $date }, { $time } – записано, что комиссия не пришла

## What was answered to a visit
# $date is a day, $from and $to are times

answer-home = ✅ Записано: { $date }, с { $from } до { $to } дома кто-то будет. Карьерный центр это увидит.
answer-move =
    Просьба ушла в карьерный центр. Если время изменят, бот сообщит.
    До тех пор остаётся прежнее: { $date }, с { $from } до { $to }.
answer-wished = Время, о котором вы просите:
answer-window = • { $date }, с { $from } до { $to }
# $time is the time of the press
answer-nobody = Записано: { $date }, { $time }, комиссия не пришла. Сообщение ушло в карьерный центр. Вашей вины нет, заявление в силе.
answer-already = Этот ответ уже записан.
answer-not_yours = Этот визит не относится к заявлениям, о которых бот вам сообщает. Ничего не записано.
answer-stopped = Ответ не записан: кто-то из тех, кому бот сообщает об этом заявлении, сказал, что не знает вас. Пока карьерный центр не проверит, ваши ответы не принимаются. Обратитесь туда.
answer-outdated = Этот визит комиссии прошёл или отменён. Ответ не записан. Чтобы узнать, что сейчас, отправьте /case.
answer-decided = Ответ не записан: по этому заявлению уже есть решение. Придёт ли комиссия, спросите в карьерном центре.
answer-moved = Этот ответ не записан: время или адрес визита изменились. Теперь комиссия придёт { $date }, с { $from } до { $to }. Ответьте заново кнопкой ниже.
answer-too_early = Время визита комиссии ещё не прошло: { $date }, с { $from } до { $to }. Если она не придёт, нажмите эту кнопку потом.

## Another time for a visit

wish-ask = Какое время вам удобно? Можно отметить несколько, а выбирает время комиссия.
wish-term = Комиссия должна прийти не позже { $date }. Если выбрать время позже, решение может задержаться.
wish-renewed = Дни обновились, отметьте снова.
wish-dropped = Ничего не отправлено. Время прежнее: { $date }, с { $from } до { $to }.
button-wish-send = Отправить

## The file for the phone's calendar
# plain text, no HTML: $contact is as the authority wrote it

calendar-file-summary = Придёт участковая комиссия
calendar-file-description = Комиссия посмотрит, как живёт семья. Дома нужен взрослый.
calendar-file-contact = Вопросы: { $contact }
calendar-file-sent = Откройте файл, и время визита комиссии появится в календаре: { $date }, с { $from } до { $to }.
