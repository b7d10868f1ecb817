### After a no: to apply all the same, and how to complain of a decision.
# $office is who decides, $source an act with its article

button-apply-anyway = Всё равно подать
button-complain = Как подать жалобу

## To apply all the same; where, and with which papers, follows

apply-anyway-head = <b>Всё равно подать заявление</b>
apply-anyway-decides = Бот только считает, решает { $office }. Подать заявление можно, это бесплатно.
# a ground has a term: $until-to stands after «до»
apply-anyway-term = По названной причине помощь не назначат до { $until-to }. Если этой причины нет, скажите об этом, когда будете подавать заявление.
# the no is for income
apply-anyway-quarter = Если помощь не назначат из-за дохода, это касается только этого квартала ({ $source }). В следующем квартале можно подать заявление снова.
apply-anyway-month = Если помощь назначат, её платят с месяца, в котором подано заявление ({ $source }).

## To complain

complain-head = <b>Как подать жалобу</b>
# nothing was decided yet
complain-of-decision = Жалуются не на расчёт бота, а на решение. Решает { $office }.
complain-where = <b>Куда:</b> в вышестоящий орган или в суд ({ $source }). Какой это орган, скажет { $office }.
complain-village = В селе можно жаловаться и на действия или бездействие акима.
complain-when = <b>Когда:</b> порядок и срок жалобы – в других законах, их текста у бота пока нет. Узнайте срок сразу и не откладывайте.
complain-papers = <b>Что может понадобиться:</b>
complain-paper-decision = • копия решения: в нём указаны причина и статья
complain-paper-calculation = • расчёт: какой взят доход, сколько человек, какой предел
complain-paper-act = • акт и заключение комиссии
complain-paper-good_reason = • подтверждение уважительной причины (уход за ребёнком, болезнь, очная учёба)
complain-paper-other_reason = • подтверждение другой причины
complain-paper-right_papers = • документы с верными сведениями
complain-paper-status = • документ о праве на помощь (гражданство, статус кандаса, вид на жительство)
