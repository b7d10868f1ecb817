### A new quarter: what was told in the one before is gone through again, then comes the new result beside the last one.

## All at once

renewal-begun = Новый квартал. Прошлые ответы:
renewal-all-so =
    Всё ещё так? Если у кого-то другой возраст или родился ребёнок, проверьте по одному.
    О деньгах бот спросит отдельно.
button-renewal-all = Да, всё так
button-renewal-each = Проверить по одному

## Line by line
# $step and $steps are whole numbers

renewal-step = Шаг { $step } из { $steps }
renewal-still-so = Всё ещё так?
# $circumstances: what the question about them names
renewal-circumstances = Сюда относится: { $circumstances }.
renewal-children-so = Возраст всё ещё такой? Если с тех пор родился ребёнок или у кого-то был день рождения, нажмите «{ button-renewal-no }».
renewal-ages-so = Возраст всё ещё такой? Если с тех пор был день рождения, нажмите «{ button-renewal-no }».
button-renewal-yes = Да, так и есть
button-renewal-no = Изменилось
renewal-which = Что изменилось? Нажмите номер.
# a sum, or a sum with its period
button-as-before = Как раньше: { $amount }

## Birthdays since then

note-turned-18 = Если кому-то уже исполнилось 18, напишите и этот возраст: бот перенесёт такого ребёнка к взрослым детям.
note-turned-23 = Если студенту уже исполнилось 23, напишите и этот возраст: с 23 лет студент, который живёт отдельно, в расчёт не входит.
noted-turned-18 = Ребёнок, которому исполнилось 18, теперь среди взрослых детей.
noted-turned-23 = Студент, которому исполнилось 23, больше не входит в расчёт.

## The new result, and the day from which it can be worked out
# $before and $now are one of compared-…

result-compared = Расчёт за прошлый квартал: { $before }. Теперь: { $now }.
result-compared-same = Расчёт за прошлый квартал такой же: { $before }.
result-compared-earlier = Расчёт за { $quarter }: { $before }. Теперь: { $now }.
compared-eligible = { $amount } в месяц
compared-due = помощь положена
compared-refused = помощь не положена
compared-open = точного ответа нет
renewal-not-yet =
    Новый квартал начнётся { $date }. После этого бот спросит о доходе за новые месяцы и посчитает заново.
    Пока можно посмотреть и исправить ответы.
