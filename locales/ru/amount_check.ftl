### An amount that looks wrong: which answers move it most, and a note to the administrator.
# $number is a number, of a result or of a line; $what names whose money it is, $amount, $step and $moved are sums

button-amount-check = Ошибка в расчёте?
button-fix = Исправить: { $number }
button-note = Написать администратору
button-note-drop = Удалить заметку
amount-check-head = Вот что сильнее всего влияет на расчёт. Если здесь ошибка, исправьте её: бот сразу покажет новый результат.
amount-check-line = <b>{ $number }. { $what } – { $amount }</b>
amount-check-step = Ошибка на { $step } в месяц может изменить помощь на { $moved }: чем больше этих денег, тем меньше помощь.
amount-check-without = Без этих денег помощь была бы { $amount } в месяц.
amount-check-none = Ни одна из названных сумм по отдельности этот результат не меняет.
amount-check-not-kept = Какие ответы сильнее всего влияют на этот результат, бот показать не может: эти данные не сохранились.
amount-check-note = Если ответы верны, а расчёт кажется неправильным, напишите администратору бота.
# $most is a whole number, $note the number of a note
note-ask =
    Напишите одним сообщением, что в расчёте неверно.
    Администратор бота увидит ваши слова и номер результата: { $number }. По номеру видны суммы, регион и квартал. Кто вы, в заметке не сказано, поэтому ответа не будет.
    Имена, ИИН и телефон не пишите.
note-kept = Записано. Номер заметки – { $note }, результата – { $number }.
note-dropped = Заметка удалена.
note-personal = Заметка не сохранена: похоже, в ней ИИН, телефон, номер карты или код. Напишите то же без них.
note-long = Заметка не сохранена: в ней больше { $most } знаков. Напишите короче.
note-enough = За сутки бот принимает от одного человека не больше { $most } заметок, столько уже записано. Следующую можно написать позже.
