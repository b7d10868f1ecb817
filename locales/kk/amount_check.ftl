### An amount that looks wrong: which answers move it most, and a note to the administrator.
# $number is a number, of a result or of a line; $what names whose money it is, $amount, $step and $moved are sums

button-amount-check = Есеп қате ме?
button-fix = Түзету: { $number }
button-note = Бот әкімшісіне жазу
button-note-drop = Жазбаны өшіру
amount-check-head = Есепке ең көп әсер ететін жауаптар төменде. Қатесі болса, түзетіңіз: бот жаңа нәтижені бірден көрсетеді.
amount-check-line = <b>{ $number }. { $what } – { $amount }</b>
amount-check-step = Бұл ақша айына { $step } артық не кем болса, көмек ең көбі { $moved } өзгереді: ақша көбейсе, көмек азаяды.
amount-check-without = Бұл ақша болмаса, көмек айына { $amount } болар еді.
amount-check-none = Айтылған сомалардың ешқайсысы жеке алғанда бұл нәтижені өзгертпейді.
amount-check-not-kept = Бұл нәтижеге қай жауап көбірек әсер еткенін бот көрсете алмайды: оған керек дерек сақталмаған.
amount-check-note = Жауаптар дұрыс болса да, есеп қате көрінсе, бот әкімшісіне жазыңыз.
# $most is a whole number, $note the number of a note
note-ask =
    Есептің несі қате екенін бір хабармен жазыңыз.
    Бот әкімшісі жазғаныңызды және нәтиженің нөмірін ({ $number }) көреді. Сол нөмір бойынша сомаларды, өңір мен тоқсанды да көреді. Кім екеніңіз оған көрсетілмейді, сондықтан жауап келмейді.
    Аты-жөн, ЖСН, телефон нөмірін жазбаңыз.
note-kept = Жазылды. Жазбаның нөмірі – { $note }, нәтиженің нөмірі – { $number }.
note-dropped = Жазба өшірілді.
note-personal = Жазба сақталмады: онда ЖСН, телефон, карта нөмірі немесе код бар сияқты. Оларды алып тастап, қайта жазыңыз.
note-long = Жазба сақталмады: ол { $most } таңбадан ұзын. Қысқарақ жазыңыз.
note-enough = Бот бір адамнан тәулігіне ең көбі { $most } жазба қабылдайды, соншасы жазылып қойды. Келесісін кейінірек жаза аласыз.
