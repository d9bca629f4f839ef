/** What the page says by itself. */
export interface PageWords {
  send: string;
  optional: string;
  several: string;
  preselected: string;
  problem: string;
  missing: string;
  invalid: string;
  yes: string;
  no: string;
  satisfaction: readonly [string, string, string, string, string];
  thanks: string;
  recorded: string;
  publish: string;
  /** Before the places where the public is told; said to everybody who has answered. */
  sayPublicly: string;
  closed: string;
  closedMore: string;
  unknown: string;
  unknownMore: string;
  languages: string;
  /** Of a panel in another's page: its button, and what becomes of an answer that is on its way. */
  close: string;
  sending: string;
  waiting: string;
  failed: string;
  /** Of a kiosk: to begin anew, and for staff, how many answers (`{n}`) are still on the device. */
  again: string;
  fullScreen: string;
  kioskWaiting: string;
  kioskApart: string;
}

/** The page's own words, in the language of a survey; English where they are not written in it. */
export function pageWords(language: string): PageWords {
  return words.get(language.split("-", 1)[0] ?? "") ?? en;
}

/** Languages that the page itself speaks. */
export function pageLanguages(): string[] {
  return [...words.keys()];
}

const en: PageWords = {
  send: "Send",
  optional: "optional",
  several: "several answers possible",
  preselected: "Nothing is recorded until you press “Send”.",
  problem: "There is a problem",
  missing: "Choose an answer",
  invalid: "This answer does not fit the question",
  yes: "Yes",
  no: "No",
  satisfaction: ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
  thanks: "Thank you for your answer",
  recorded: "Your answer is recorded. You can close this page.",
  publish: "Publish my answer as a review",
  sayPublicly: "You may also say what you think in public:",
  closed: "This survey is closed",
  closedMore: "It no longer takes answers. Thank you for coming.",
  unknown: "This link leads nowhere",
  unknownMore: "It may be incomplete, or no longer valid.",
  languages: "Language",
  close: "Close",
  sending: "Sending …",
  waiting: "No connection: your answer is sent as soon as there is one.",
  failed: "Your answer could not be sent.",
  again: "New answer",
  fullScreen: "Full screen",
  kioskWaiting: "Waiting to be sent: {n}",
  kioskApart: "Refused, kept on this device: {n}",
};
const fr: PageWords = {
  send: "Envoyer",
  optional: "facultatif",
  several: "plusieurs réponses possibles",
  preselected: "Rien n’est enregistré tant que vous n’avez pas appuyé sur « Envoyer ».",
  problem: "Il y a un problème",
  missing: "Choisissez une réponse",
  invalid: "Cette réponse ne convient pas à la question",
  yes: "Oui",
  no: "Non",
  satisfaction: ["Très insatisfait", "Insatisfait", "Neutre", "Satisfait", "Très satisfait"],
  thanks: "Merci de votre réponse",
  recorded: "Votre réponse est enregistrée. Vous pouvez fermer cette page.",
  publish: "Publier ma réponse comme avis",
  sayPublicly: "Vous pouvez aussi donner votre avis en public :",
  closed: "Ce questionnaire est fermé",
  closedMore: "Il ne reçoit plus de réponses. Merci d’être venu.",
  unknown: "Ce lien ne mène nulle part",
  unknownMore: "Il est peut-être incomplet, ou n’est plus valable.",
  languages: "Langue",
  close: "Fermer",
  sending: "Envoi …",
  waiting: "Pas de connexion : votre réponse part dès qu’il y en a une.",
  failed: "Votre réponse n’a pas pu être envoyée.",
  again: "Nouvelle réponse",
  fullScreen: "Plein écran",
  kioskWaiting: "En attente d’envoi : {n}",
  kioskApart: "Refusées, gardées sur cet appareil : {n}",
};
const de: PageWords = {
  send: "Senden",
  optional: "freiwillig",
  several: "mehrere Antworten möglich",
  preselected: "Gespeichert wird erst, wenn Sie auf „Senden“ drücken.",
  problem: "Es gibt ein Problem",
  missing: "Bitte wählen Sie eine Antwort",
  invalid: "Diese Antwort passt nicht zur Frage",
  yes: "Ja",
  no: "Nein",
  satisfaction: ["Sehr unzufrieden", "Unzufrieden", "Neutral", "Zufrieden", "Sehr zufrieden"],
  thanks: "Danke für Ihre Antwort",
  recorded: "Ihre Antwort ist gespeichert. Sie können diese Seite schließen.",
  publish: "Meine Antwort als Bewertung veröffentlichen",
  sayPublicly: "Sie können Ihre Meinung auch öffentlich sagen:",
  closed: "Diese Umfrage ist beendet",
  closedMore: "Sie nimmt keine Antworten mehr an. Danke für Ihr Interesse.",
  unknown: "Dieser Link führt nirgendwohin",
  unknownMore: "Er ist vielleicht unvollständig oder nicht mehr gültig.",
  languages: "Sprache",
  close: "Schließen",
  sending: "Wird gesendet …",
  waiting: "Keine Verbindung: Ihre Antwort wird gesendet, sobald es eine gibt.",
  failed: "Ihre Antwort konnte nicht gesendet werden.",
  again: "Neue Antwort",
  fullScreen: "Vollbild",
  kioskWaiting: "Noch zu senden: {n}",
  kioskApart: "Abgelehnt, auf diesem Gerät: {n}",
};
const es: PageWords = {
  send: "Enviar",
  optional: "opcional",
  several: "varias respuestas posibles",
  preselected: "No se guarda nada hasta que pulse «Enviar».",
  problem: "Hay un problema",
  missing: "Elija una respuesta",
  invalid: "Esta respuesta no corresponde a la pregunta",
  yes: "Sí",
  no: "No",
  satisfaction: ["Muy insatisfecho", "Insatisfecho", "Neutral", "Satisfecho", "Muy satisfecho"],
  thanks: "Gracias por su respuesta",
  recorded: "Su respuesta se ha guardado. Puede cerrar esta página.",
  publish: "Publicar mi respuesta como opinión",
  sayPublicly: "También puede dar su opinión en público:",
  closed: "Esta encuesta está cerrada",
  closedMore: "Ya no recibe respuestas. Gracias por su visita.",
  unknown: "Este enlace no lleva a ninguna parte",
  unknownMore: "Puede que esté incompleto o que ya no sea válido.",
  languages: "Idioma",
  close: "Cerrar",
  sending: "Enviando …",
  waiting: "Sin conexión: su respuesta se enviará en cuanto la haya.",
  failed: "No se ha podido enviar su respuesta.",
  again: "Nueva respuesta",
  fullScreen: "Pantalla completa",
  kioskWaiting: "Pendientes de envío: {n}",
  kioskApart: "Rechazadas, en este dispositivo: {n}",
};
const it: PageWords = {
  send: "Invia",
  optional: "facoltativo",
  several: "più risposte possibili",
  preselected: "Non viene registrato nulla finché non preme «Invia».",
  problem: "C’è un problema",
  missing: "Scelga una risposta",
  invalid: "Questa risposta non è adatta alla domanda",
  yes: "Sì",
  no: "No",
  satisfaction: ["Molto insoddisfatto", "Insoddisfatto", "Neutro", "Soddisfatto", "Molto soddisfatto"],
  thanks: "Grazie della Sua risposta",
  recorded: "La Sua risposta è registrata. Può chiudere questa pagina.",
  publish: "Pubblicare la mia risposta come recensione",
  sayPublicly: "Può dire la sua opinione anche in pubblico:",
  closed: "Questo questionario è chiuso",
  closedMore: "Non riceve più risposte. Grazie della visita.",
  unknown: "Questo link non porta da nessuna parte",
  unknownMore: "Forse è incompleto o non è più valido.",
  languages: "Lingua",
  close: "Chiudi",
  sending: "Invio …",
  waiting: "Nessuna connessione: la Sua risposta parte appena ce n’è una.",
  failed: "Non è stato possibile inviare la Sua risposta.",
  again: "Nuova risposta",
  fullScreen: "Schermo intero",
  kioskWaiting: "In attesa di invio: {n}",
  kioskApart: "Rifiutate, su questo dispositivo: {n}",
};
const ar: PageWords = {
  send: "إرسال",
  optional: "اختياري",
  several: "يمكن اختيار عدة إجابات",
  preselected: "لن يُسجَّل شيء حتى تضغط على «إرسال».",
  problem: "هناك مشكلة",
  missing: "اختر إجابة",
  invalid: "هذه الإجابة لا تناسب السؤال",
  yes: "نعم",
  no: "لا",
  satisfaction: ["غير راضٍ إطلاقًا", "غير راضٍ", "محايد", "راضٍ", "راضٍ جدًا"],
  thanks: "شكرًا على إجابتك",
  recorded: "تم تسجيل إجابتك. يمكنك إغلاق هذه الصفحة.",
  publish: "نشر إجابتي كتقييم",
  sayPublicly: "يمكنك أيضًا أن تقول رأيك علنًا:",
  closed: "هذا الاستبيان مغلق",
  closedMore: "لم يعد يستقبل إجابات. شكرًا لزيارتك.",
  unknown: "هذا الرابط لا يؤدي إلى أي صفحة",
  unknownMore: "ربما يكون ناقصًا أو لم يعد صالحًا.",
  languages: "اللغة",
  close: "إغلاق",
  sending: "جارٍ الإرسال …",
  waiting: "لا يوجد اتصال: ستُرسَل إجابتك حالما يتوفر.",
  failed: "تعذّر إرسال إجابتك.",
  again: "إجابة جديدة",
  fullScreen: "ملء الشاشة",
  kioskWaiting: "في انتظار الإرسال: {n}",
  kioskApart: "مرفوضة ومحفوظة على هذا الجهاز: {n}",
};
const he: PageWords = {
  send: "שליחה",
  optional: "לא חובה",
  several: "אפשר לבחור כמה תשובות",
  preselected: "דבר אינו נשמר עד ללחיצה על „שליחה”.",
  problem: "יש בעיה",
  missing: "יש לבחור תשובה",
  invalid: "התשובה אינה מתאימה לשאלה",
  yes: "כן",
  no: "לא",
  satisfaction: ["מאוד לא מרוצה", "לא מרוצה", "ניטרלי", "מרוצה", "מרוצה מאוד"],
  thanks: "תודה על התשובה",
  recorded: "התשובה נשמרה. אפשר לסגור את הדף.",
  publish: "לפרסם את תשובתי כביקורת",
  sayPublicly: "אפשר גם לומר את דעתך בפומבי:",
  closed: "הסקר סגור",
  closedMore: "הוא אינו מקבל עוד תשובות. תודה שבאת.",
  unknown: "הקישור אינו מוביל לשום מקום",
  unknownMore: "ייתכן שהוא חלקי או שאינו תקף עוד.",
  languages: "שפה",
  close: "סגירה",
  sending: "בשליחה …",
  waiting: "אין חיבור: התשובה תישלח ברגע שיהיה.",
  failed: "לא ניתן היה לשלוח את התשובה.",
  again: "תשובה חדשה",
  fullScreen: "מסך מלא",
  kioskWaiting: "ממתינות לשליחה: {n}",
  kioskApart: "נדחו ונשמרו במכשיר: {n}",
};
const fa: PageWords = {
  send: "ارسال",
  optional: "اختیاری",
  several: "چند پاسخ ممکن است",
  preselected: "تا زمانی که «ارسال» را نزنید چیزی ثبت نمی‌شود.",
  problem: "مشکلی پیش آمده است",
  missing: "یک پاسخ انتخاب کنید",
  invalid: "این پاسخ با پرسش سازگار نیست",
  yes: "بله",
  no: "خیر",
  satisfaction: ["بسیار ناراضی", "ناراضی", "بی‌طرف", "راضی", "بسیار راضی"],
  thanks: "از پاسخ شما سپاسگزاریم",
  recorded: "پاسخ شما ثبت شد. می‌توانید این صفحه را ببندید.",
  publish: "انتشار پاسخ من به‌عنوان نظر",
  sayPublicly: "می‌توانید نظرتان را به‌صورت عمومی هم بگویید:",
  closed: "این نظرسنجی بسته شده است",
  closedMore: "دیگر پاسخی دریافت نمی‌کند. از حضورتان سپاسگزاریم.",
  unknown: "این پیوند به جایی نمی‌رسد",
  unknownMore: "شاید ناقص باشد یا دیگر معتبر نباشد.",
  languages: "زبان",
  close: "بستن",
  sending: "در حال ارسال …",
  waiting: "اتصالی نیست: پاسخ شما به‌محض برقراری ارسال می‌شود.",
  failed: "پاسخ شما ارسال نشد.",
  again: "پاسخ تازه",
  fullScreen: "تمام‌صفحه",
  kioskWaiting: "در انتظار ارسال: {n}",
  kioskApart: "ردشده و مانده در این دستگاه: {n}",
};

const words: ReadonlyMap<string, PageWords> = new Map(Object.entries({ en, fr, de, es, it, ar, he, fa }));
