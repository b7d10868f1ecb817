### When something is not as the bot expects it. No reproach, and always the way on.

old-button = Эта кнопка из старого сообщения. Текущий вопрос ниже.
double-tap = Этот ответ уже записан.
text-only = Бот понимает только текст и кнопки. Напишите ответ или нажмите кнопку.
edited-message = Изменённое сообщение бот не читает. Чтобы изменить ответ, нажмите «Назад».
# $link leads to the private chat
group-chat = Это личное дело семьи, в группах бот не отвечает. Напишите лично: { $link }
hint-pick-at-least-one = Отметьте хотя бы один ответ. Если отмечать нечего, нажмите «Назад».
# something went wrong that passes by itself; what the person sent waits
error-not-kept = Простите, в боте сбой: этот ответ ещё не записан. Отправлять его снова не нужно: когда сбой пройдёт, бот ответит сам.
error-code = Простите, в боте сбой: этот ответ мог не записаться. Прежние ответы сохранены. Попробуйте ещё раз чуть позже. Код сбоя: { $code }.
