### What would turn a no into a yes: each door with its day and its amount.
# $amount is assistance and supplement of a month; $date-from a day before «бастап»; $kinds are kinds of income;
# $person is a label; $months are the three months whose income counts then, $period the same as a span

button-doors = Қашан тиесілі?
doors-head = <b>Көмек қашан тиесілі болуы мүмкін?</b>
door-new_application = Қайта өтініш беріп, тұрмыс жағдайын комиссияға көрсетсеңіз, айына <b>{ $amount }</b> тиесілі болуы мүмкін.
door-term_ends = { $date-from } бастап айына <b>{ $amount }</b> тиесілі болуы мүмкін: көмек тағайындалмайтын мерзім бітеді.
door-term_ends-without = Мына табыс қайта түспесе ({ $kinds }), { $date-from } бастап айына <b>{ $amount }</b> тиесілі болуы мүмкін: көмек тағайындалмайтын мерзім де бітеді.
door-birthday = { $date-from } бастап айына <b>{ $amount }</b> тиесілі болуы мүмкін: бұл адамның жасы есепті өзгертеді ({ $person }).
door-birthday-without = Мына табыс қайта түспесе ({ $kinds }), { $date-from } бастап айына <b>{ $amount }</b> тиесілі болуы мүмкін: бұл адамның жасы есепті өзгертеді ({ $person }).
door-published_line = { $date-from } бастап айына <b>{ $amount }</b> тиесілі болуы мүмкін: шек жоғарылайды.
door-income_falls_out = Мына табыс қайта түспесе ({ $kinds }), { $date-from } бастап айына <b>{ $amount }</b> тиесілі болуы мүмкін.
door-months = Ол кезде есепке мына айлардың табысы кіреді: { $months }.
door-member_returns = Бұл адам ({ $person }) үйге оралса, айына <b>{ $amount }</b> тиесілі болуы мүмкін.
# $less is by how much income per person and month must be lower
door-lower_income =
    { $members ->
        [1] Қазір табыс – айына { $now }. Ол { $sure } не одан аз болса, көмек тиесілі болуы мүмкін.
       *[more] Қазір отбасының табысы – айына { $now }. Ол { $sure } не одан аз болса, көмек тиесілі болуы мүмкін.
    }
door-lower_income-band =
    { $members ->
        [1] Қазір табыс – айына { $now }. Ол { $possible } не одан аз болса, көмек тиесілі болуы мүмкін, ал { $sure } не одан аз болса, есеп бойынша тиесілі.
       *[more] Қазір отбасының табысы – айына { $now }. Ол { $possible } не одан аз болса, көмек тиесілі болуы мүмкін, ал { $sure } не одан аз болса, есеп бойынша тиесілі.
    }
door-lives_apart = Бұл адам ({ $person }) бөлек тұрса, өзі де, табысы да есепке кірмейді: айына <b>{ $amount }</b> тиесілі болуы мүмкін.
doors-same = Табыс өзгермесе, келесі тоқсанда да көмек тиесілі болмауы ықтимал.
calculate-again-below = Егер { $period } айларында отбасының табысы барлығы шамамен { $total } не одан аз болса, { $date-from } бастап қайта есептеңіз.
doors-line_open = Келесі тоқсанның шегі әлі белгісіз. Ол жарияланғанда қайта тексеріңіз.
doors-none = Жауаптарыңызда бұл нәтижені өзгертетін ештеңе жоқ. Отбасыңызда бір нәрсе өзгерсе, не болатынын «{ button-what-if }» түймесі көрсетеді.
doors-none-income = Нақты қашан екенін айту мүмкін емес. Бір адамға шаққандағы айлық табыс шектен ({ $line }) төмен болса, көмек тиесілі болуы мүмкін.
doors-none-income-family = Бүкіл отбасы үшін ({ $members } адам) шек – айына { $line }.
doors-none-nobody_entitled = Нақты қашан екенін айту мүмкін емес. Отбасында біреу Қазақстан азаматтығын, қандас не босқын мәртебесін немесе осында тұрақты тұруға рұқсат (мысалы, ықтиярхат) алса, көмек тиесілі болуы мүмкін. Сонда отбасының табысы да есептеледі.
doors-note = Сомалар шамамен алынған: басқа табыс пен отбасы құрамы өзгермейді деп есептелді.
