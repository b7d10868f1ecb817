### An amount that looks wrong: which answers move it most, and a note to the administrator.
# $number is a number, of a result or of a line; $what names whose money it is, $amount, $step and $moved are sums

button-amount-check = Есеп қате ме?
button-fix = Түзету: { $number }
button-note = Әкімшіге жазу
button-note-drop = Жазбаны өшіру
amount-check-head = Есепке ең көп әсер ететіні төменде. Қатесі болса, түзетіңіз: бот бірден жаңа нәтижені көрсетеді.
amount-check-line = <b>{ $number }. { $what } – { $amount }</b>
amount-check-step = Бұл ақша айына { $step } көп не аз болса, көмек { $moved } азаяды не көбейеді.
amount-check-without = Бұл ақша болмаса, көмек айына { $amount } болар еді.
amount-check-none = Бұл нәтиже ақша туралы жауаптарға байланысты емес.
amount-check-not-kept = Бұл нәтижеге қай жауап көбірек әсер ететінін бот көрсете алмайды: ол кезде есептің негізі сақталмаған.
amount-check-note = Жауаптар дұрыс болса да, есеп қате көрінсе, бот әкімшісіне жазыңыз.
# $most is a whole number, $note the number of a note
note-ask =
    Есептің несі қате екенін бір хабармен жазыңыз.
    Бот әкімшісі сөзіңізді, нәтиженің нөмірін ({ $number }), ал нөмірі бойынша сомаларды, өңір мен тоқсанды көреді. Жазбада кім екеніңіз айтылмайды, сондықтан жауап келмейді.
    Адамның аты-жөнін, ЖСН мен телефон нөмірін жазбаңыз.
note-kept = Жазылды. Жазбаның нөмірі – { $note }, нәтиженің нөмірі – { $number }.
note-dropped = Жазба өшірілді.
note-personal = Жазба сақталмады: онда ЖСН, телефон, карта нөмірі немесе код бар. Соны оларсыз жазыңыз.
note-long = Жазба сақталмады: ол { $most } таңбадан ұзын. Қысқарақ жазыңыз.
note-enough = Бот тәулігіне ең көбі { $most } жазба қабылдайды, бәрі жазылды. Келесісін кейінірек жаза аласыз.
