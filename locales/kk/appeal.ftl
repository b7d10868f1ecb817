### After a no: to apply all the same, and how to complain of a decision.
# $office is who decides, $source an act with its article

button-apply-anyway = Бәрібір өтініш беру
button-complain = Шағым қалай беріледі?

## To apply all the same; where, and with which papers, follows

apply-anyway-head = <b>Бәрібір өтініш беру</b>
apply-anyway-decides = Бот тек есептейді, ал шешімді { $office } шығарады. Өтініш беруге болады, ол тегін.
# a ground has a term: $until-to stands before «дейін»
apply-anyway-term = Аталған себеппен көмек { $until-to } дейін тағайындалмайды. Ол себеп болмаса, өтініш бергенде соны айтыңыз.
# the no is for income
apply-anyway-quarter = Табысқа байланысты көмек тағайындалмаса, бұл осы тоқсанға ғана қатысты ({ $source }). Келесі тоқсанда қайта өтініш беруге болады.
apply-anyway-month = Көмек тағайындалса, ол өтініш берілген айдан бастап төленеді ({ $source }).

## To complain

complain-head = <b>Шағым қалай беріледі</b>
# nothing was decided yet
complain-of-decision = Шағым боттың есебіне емес, шешімге беріледі. Шешімді { $office } шығарады.
complain-where = <b>Қайда:</b> жоғары тұрған органға немесе сотқа ({ $source }). Оның қай орган екенін { $office } айтады.
complain-village = Ауыл әкімінің әрекетіне не әрекетсіздігіне де шағым беруге болады.
complain-when = <b>Қашан:</b> шағым беру тәртібі мен мерзімі басқа заңдарда жазылған, олардың мәтіні ботта әлі жоқ. Мерзімін бірден сұраңыз, кешіктірмеңіз.
complain-papers = <b>Не керек болуы мүмкін:</b>
complain-paper-decision = • шешімнің көшірмесі: онда себебі мен заңның бабы көрсетіледі
complain-paper-calculation = • есеп: қандай табыс, неше адам, қандай шек алынды
complain-paper-act = • комиссияның актісі мен қорытындысы
complain-paper-good_reason = • дәлелді себепті растайтын құжат (бала күтімі, ауру, күндізгі оқу)
complain-paper-other_reason = • басқа себепті растайтын құжат
complain-paper-right_papers = • дұрыс мәлімет жазылған құжаттар
complain-paper-status = • көмек алу құқығын растайтын құжат (азаматтық, қандас мәртебесі, ықтиярхат)
