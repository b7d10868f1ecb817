### After a no: to apply all the same, and how to complain of a decision.
# $office is who decides, $source an act with its article

button-apply-anyway = Сонда да өтініш беру
button-complain = Шағым қалай беріледі?

## To apply all the same; where, and with which papers, follows

apply-anyway-head = <b>Сонда да өтініш беру</b>
apply-anyway-decides = Өтініш беруге болады, ол тегін. Бот тек есептейді, шешімді { $office } шығарады.
apply-anyway-income = Жауаптар дұрыс болса, көмек тағайындалмауы әбден ықтимал: табыс шектен көп.
# a ground has a term: $until-to stands before «дейін»
apply-anyway-term = Нәтижедегі себеп рас болса, көмек { $until-to } дейін тағайындалмайды. Ондай себеп болмаса, өтініш бергенде соны айтыңыз.
# the no is for income
apply-anyway-quarter = Табыс шектен асқандықтан көмек тағайындалмаса, бұл осы тоқсанға ғана қатысты ({ $source }).
apply-anyway-again = { $date-from } бастап қайта өтініш беруге болады.
apply-anyway-month = Көмек тағайындалса, ол өтініш берілген айдан бастап төленеді ({ $source }).
apply-anyway-by-today = ⏳ Өтініш беремін десеңіз, бүгін беріңіз. Көмек тағайындала қалса, { $month } айы үшін де төленуі мүмкін.
apply-anyway-by = ⏳ Өтініш беремін десеңіз, { $day-after } кешіктірмей беріңіз. Көмек тағайындала қалса, { $month } айы үшін де төленуі мүмкін.
apply-anyway-status = Қазақстан азаматтығын, қандас не босқын мәртебесін растайтын құжат немесе осында тұрақты тұруға рұқсат (мысалы, ықтиярхат) болса, алдымен «{ button-change }» түймесін басыңыз: нәтиже өзгеруі мүмкін. Ондай құжат болмаса, көмек тағайындалмауы әбден ықтимал.

## To complain

complain-head = <b>Шағым қалай беріледі?</b>
# nothing was decided yet
complain-of-decision = Шағым боттың қорытындысына емес, шешімге беріледі. Шешім әлі шықпаған болса, алдымен өтініш беру керек: шешімді { $office } шығарады.
complain-where = <b>Қайда:</b> жоғары тұрған органға немесе сотқа ({ $source }). Жоғары тұрған орган қайсы екенін { $office } айтады.
complain-village = Ауыл әкімінің істегеніне де, істемегеніне де шағым беруге болады.
complain-when = <b>Қашан:</b> мерзімін шешім шығарған мекемеден бірден сұраңыз. Шағымның мерзімі мен тәртібі басқа заңдарда жазылған, олардың мәтіні ботта әлі жоқ.
complain-papers = <b>Не керек болуы мүмкін:</b>
complain-paper-decision = • шешімнің көшірмесі: онда себебі мен заңның бабы көрсетіледі
complain-paper-calculation = • мансап орталығының есебі: қандай табыс, неше адам, қандай шек алынды
complain-paper-act = • комиссияның актісі мен қорытындысы
complain-paper-good_reason = • дәлелді себепті растайтын құжат (бала күтімі, ауру, күндізгі оқу)
complain-paper-other_reason = • келісімшарт басқа себеппен орындалмағанын растайтын құжат
complain-paper-right_papers = • дұрыс мәлімет жазылған құжаттар
complain-paper-status = • көмек алу құқығын растайтын құжат (азаматтық, қандас не босқын мәртебесі, ықтиярхат)
