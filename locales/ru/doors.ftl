### What would turn a no into a yes: each door with its day and its amount.
# $amount is assistance and supplement of a month; $date-from brings its «с» or «со»; $kinds are kinds of income;
# $person is a label; $months are the three months whose income counts then, $period the same as a span

button-doors = Когда помогут?
button-doors-status = Что нужно для помощи?
doors-head = <b>Когда помощь может быть положена?</b>
doors-head-status = <b>Что нужно, чтобы помощь была положена?</b>
door-new_application = Если подать новое заявление и показать комиссии, как живёт семья, может быть положено <b>{ $amount }</b> в месяц.
door-term_ends = Может быть положено <b>{ $amount }</b> в месяц { $date-from }: кончится срок, когда помощь не назначают.
door-term_ends-without = Если такого дохода больше не будет ({ $kinds }), может быть положено <b>{ $amount }</b> в месяц { $date-from }: к этому дню кончится и срок, когда помощь не назначают.
door-birthday = Может быть положено <b>{ $amount }</b> в месяц { $date-from }: из-за возраста расчёт изменится ({ $person }).
door-birthday-without = Если такого дохода больше не будет ({ $kinds }), может быть положено <b>{ $amount }</b> в месяц { $date-from }: из-за возраста расчёт изменится ({ $person }).
door-published_line = Может быть положено <b>{ $amount }</b> в месяц { $date-from }: предел станет выше.
door-income_falls_out = Если такого дохода больше не будет ({ $kinds }), может быть положено <b>{ $amount }</b> в месяц { $date-from }.
door-months = Тогда посчитают доход за { $months }.
door-member_returns = Если этот человек ({ $person }) вернётся домой, может быть положено <b>{ $amount }</b> в месяц.
door-lower_income-now =
    { $members ->
        [1] Доход за { $period } – { $now }.
       *[more] Доход семьи за { $period } – { $now }.
    }
door-lower_income-next = Доход за следующие три месяца ({ $next-period }) посчитают { $date-from }.
door-lower_income = Помощь может быть положена, если за три месяца он не больше примерно { $sure }.
door-lower_income-band = Помощь возможна, если за три месяца он не больше примерно { $possible }. Если не больше примерно { $sure }, по расчёту она положена.
door-lower_income-band-likely =
    Если за три месяца он будет не больше (примерно):
    • { $sure } – помощь по расчёту положена
    • { $likely } – помощь вероятна
    • { $possible } – помощь возможна
    Сумм три, потому что официального предела у бота пока нет.
door-lives_apart = Если этот человек ({ $person }) живёт отдельно, ни он, ни его доход не входят в расчёт: может быть положено <b>{ $amount }</b> в месяц.
doors-same = Если доход не изменится, в следующем квартале помощь, скорее всего, тоже не будет положена.
calculate-again-below = Помощь возможна { $date-from }, если доход семьи за три месяца ({ $next-period }) будет не больше примерно { $total }.
calculate-again-below-likely = Помощь вероятна { $date-from }, если доход семьи за три месяца ({ $next-period }) будет не больше примерно { $total }.
calculate-again-then = Посчитайте снова { $date-from }: предел тогда может быть другим.
line-may-change = Сейчас в расчёте за три месяца – { $now }. Посчитайте снова { $date-from }: предел тогда может быть другим.
doors-line_open = Предел на следующий квартал пока неизвестен. Когда его объявят, проверьте снова.
doors-none = В ваших ответах нет ничего, что изменит этот результат. Что будет, если в семье что-то изменится, покажет кнопка «{ button-what-if }».
doors-none-income = Когда именно, сказать нельзя. Помощь может быть положена, если месячный доход на человека станет ниже предела ({ $line }).
doors-none-income-family =
    На всю семью ({ $members } { $members ->
        [one] человек
        [few] человека
       *[many] человек
    }) предел – { $line } в месяц.
doors-none-nobody_entitled =
    У кого-то в семье должно быть гражданство Казахстана, статус кандаса или беженца либо документ на постоянное проживание (например, вид на жительство). Тогда посчитают и доход семьи.
    Кандас – этнический казах, который переехал из другой страны и получил этот статус. Как получить документы, спросите по номеру 1414.
doors-note = Суммы примерные: считается, что остальной доход и состав семьи не изменятся.
