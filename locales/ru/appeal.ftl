### After a no: to apply all the same, and how to complain of a decision.
# $office is who decides, $source an act with its article

button-apply-anyway = Всё же подать заявление
button-complain = Как подать жалобу

## To apply all the same; where, and with which papers, follows

apply-anyway-head = <b>Всё же подать заявление</b>
apply-anyway-decides = Подать заявление можно, это бесплатно. Бот только считает, а решает { $office }.
apply-anyway-income = Если ответы верны, скорее всего, откажут: доход выше предела.
# a ground has a term: $until-to stands after «до»
apply-anyway-term = Если причина, названная в результате, верна, помощь не назначат до { $until-to }. Если неверна, скажите об этом, когда будете подавать заявление.
# the no is for income
apply-anyway-quarter = Если помощь не назначат из-за дохода, это касается только этого квартала ({ $source }).
apply-anyway-again = Снова подать заявление можно { $date-from }.
apply-anyway-month = Если помощь назначат, её платят с месяца, в котором подано заявление ({ $source }).
apply-anyway-by-today = ⏳ Если решите подать заявление, сделайте это сегодня. Если помощь всё же назначат, могут заплатить и за { $month }.
apply-anyway-by = ⏳ Если решите подать заявление, сделайте это не позже { $day-after }. Если помощь всё же назначат, могут заплатить и за { $month }.
apply-anyway-status = Если есть документ о гражданстве Казахстана, статусе кандаса или беженца либо документ на постоянное проживание (например, вид на жительство), сначала нажмите «{ button-change }»: результат может измениться. Без такого документа, скорее всего, откажут.

## To complain

complain-head = <b>Как подать жалобу</b>
# nothing was decided yet
complain-of-decision = Жалуются на решение, а не на вывод бота. Если решения ещё нет, сначала нужно подать заявление: решает { $office }.
complain-where = <b>Куда:</b> в вышестоящий орган или в суд ({ $source }). Какой это орган, скажет { $office }.
complain-village = В селе можно жаловаться и на акима: и на то, что он сделал, и на то, чего не сделал.
complain-when = <b>Когда:</b> срок сразу узнайте там, где вынесли решение. Срок и порядок подачи жалобы – в других законах, их текста у бота пока нет.
complain-papers = <b>Что может понадобиться:</b>
complain-paper-decision = • копия решения: в ней указаны причина и статья закона
complain-paper-calculation = • расчёт карьерного центра: какой взят доход, сколько человек, какой предел
complain-paper-act = • акт и заключение комиссии
complain-paper-good_reason = • документ об уважительной причине (уход за ребёнком, болезнь, очная учёба)
complain-paper-other_reason = • документ о том, что контракт не выполнен по другой причине
complain-paper-right_papers = • документы с верными сведениями
complain-paper-status = • документ о праве на помощь (гражданство, статус кандаса или беженца, вид на жительство)
