### What if: a change of the family is picked, and the month now and then are shown side by side.
# $person is a label; $wage a sum of a month; $now and $then are sums or numbers of people

button-what-if = А что, если?
button-what-if-job = Кто-то выйдет на работу
button-what-if-child = Родится ребёнок
button-what-if-study = Студент закончит учёбу
button-what-if-joins = Кто-то переедет к вам
button-what-if-leaves = Кто-то уедет
button-what-if-curve = При любой зарплате
button-what-if-other = Другое изменение
what-if-choose = Выберите, что изменится. Бот покажет рядом, как сейчас и как будет. Ваши ответы останутся прежними. Можно посчитать и другой квартал.
what-if-who-job = Кто выйдет на работу?
what-if-who-study = Кто закончит учёбу или кому исполнится 23?
what-if-who-leaves = Кто будет жить отдельно?
what-if-wage = { $person }: сколько новая работа даст на руки в месяц? Это прибавится к нынешнему доходу. Например: 150 000 или 150 тыс.
what-if-money = Какой доход в месяц у взрослого родственника, который переедет к вам? Например: 150 000 или 150 тыс. Если дохода нет – 0.
what-if-hint = Не получилось прочитать сумму. Напишите одним числом, сколько в месяц: 150 000 или 150 тыс.
what-if-title-job = <b>Новая работа: { $person }, { $wage } в месяц</b>
what-if-title-child = <b>Если родится ребёнок</b>
what-if-title-study = <b>Если закончит учёбу или исполнится 23: { $person }</b>
what-if-title-joins = <b>Если к вам переедет взрослый родственник с доходом { $wage } в месяц</b>
what-if-title-leaves = <b>Если будет жить отдельно: { $person }</b>
what-if-columns = В месяц: сейчас → тогда
what-if-people = Людей: { $now } → { $then }
what-if-per-person = На человека: { $now } → { $then }
what-if-line = Предел: { $line }
what-if-line-estimate = Предел (примерный): { $line }
what-if-assistance = Помощь: <b>{ $now }</b> → <b>{ $then }</b>
what-if-total = Денег всего: <b>{ $now }</b> → <b>{ $then }</b>
what-if-more = Денег у семьи станет больше на { $amount } в месяц.
what-if-less = Денег у семьи станет меньше на { $amount } в месяц.
what-if-even = Денег у семьи останется столько же.
what-if-from = Так будет { $date-from }: до этого новый доход входит в расчёт не полностью.
what-if-births = Пособия на рождение ребёнка и по уходу за ним сюда не входят.
what-if-large-family = Пособие многодетной семье тоже посчитано: { $amount } в месяц.
what-if-large-family-not-told = Посчитано без пособия многодетной семье. С ним адресная помощь будет меньше или её не будет.
what-if-no-large-family = Пособие многодетной семье тогда платить не будут.
what-if-barred = Помощи мешает причина, не связанная с доходом: такая перемена её не уберёт.
what-if-still-no = Но и тогда помощь не будет положена: на человека выходит { $per-person } в месяц, предел – { $line }.
what-if-no-more = Тогда помощь больше не будет положена: на человека выйдет { $per-person } в месяц, предел – { $line }.
what-if-of-status = Так будет, только если у этого человека есть гражданство Казахстана, вид на жительство, статус кандаса или беженца. Сумма зависит от того, посчитают ли остальных.
what-if-changed = После результата ответы изменились. Здесь посчитано по нынешним.
what-if-no-answers = Сначала ответьте на вопросы: этот расчёт строится по вашим ответам.
what-if-not-known = Часть доходов неизвестна, поэтому сравнить не получится. Узнайте сумму и исправьте ответ.

## The picture of any new wage of somebody
# $assistance, $total, $wage, $loss and $amount are sums or ranges

curve-title = <b>{ $person }: любая новая зарплата</b>
curve-now = Сейчас в месяц: помощь – { $assistance }, всего денег – { $total }.
curve-ends = Если новая зарплата не меньше { $wage }, помощи уже не будет.
curve-even = До этого денег всего столько же, сколько сейчас: на сколько больше зарплата, на столько меньше помощь.
curve-dip = Меньше всего денег, если новая зарплата – { $wage }: на { $loss } меньше, чем сейчас.
curve-gains = Если новая зарплата не меньше { $wage }, денег станет больше, чем сейчас.
curve-estimate = Это предварительный расчёт. Зарплата взята так, будто её платили все три месяца.
curve-none = Такой картинки нет. Причина – одна из трёх: помощь сейчас не положена, она не зависит от этой зарплаты или официальный предел неизвестен.
curve-heading = Новая зарплата и деньги семьи
curve-axis = Новая зарплата в месяц
curve-all = Всего денег
curve-assistance = Из них помощь
curve-after = Дальше помощи не будет
curve-at-now = сейчас { $amount }
