/** The words of schedules, in the languages whose schedules were looked at (2026-11). */

/** Pages that say they are a schedule. */
export const SCHEDULE_WORD =
  /\b(?:schedules?|programme?|agenda|timetable|line-?up|fahrplan|zeitplan|programm|stundenplan|ablauf|horarios?|cronograma|programa|programação|grade|calendrier|planning|orario|programma|schema|ohjelma|program)\b|タイムテーブル|プログラム|スケジュール|日程|议程|議程|日程表|расписание|программа/iu;
/** Pages that list talks, as a schedule or in no order. */
export const LIST_WORD =
  /\b(?:talks|sessions?|speakers|tutorials|workshops|presentations|lectures|keynotes|events|proposals|meetings|past ?events|archive|vorträge|vortraege|veranstaltungen|referenten|conférences|exposés|intervenants|charlas|ponencias|ponentes|talleres|palestras|palestrantes|oficinas|interventi|relatori|prelekcje|prezentacje|spotkania|föredrag|esitykset|přednášky)\b|講演|発表|セッション|演讲|доклады/iu;
/** One evening of a group, which may have a programme of its own. */
export const MEETING_WORD =
  /\b(?:meet-?ups?|meeting|user group|usergroup|stammtisch|treffen|soirée|rencontre|encontro|encuentro|quedada|incontro|spotkanie|setkání|sraz|träff)\b|勉強会|ミートアップ|митап|встреча/iu;
/** Entries of a schedule that nobody holds. */
export const BREAK =
  /^\W*(?:(?:(?:catered|uncatered|morning|afternoon|mid-?morning|short|coffee|tea|lunch|snack|refreshment|networking|bio|comfort|dinner|10|15|20|30|minutes?|mins?|\d+)[\s-]+)*(?:break(?:fast)?s?|lunch(?:time)?|coffee|tea(?: ?time)?|dinner|snacks?|refreshments|meal|brunch|registration|check-?in|admission|sign-?in|networking|mingling|party|after-?party|social(?: event)?|reception|drinks|beers?|pizza|raffle|doors?(?: open)?|arrival|welcome|opening|closing|open|closed?|end|finish|fin|start|set-?up|clean-?up|tear-?down|travel|free time|group photo|photo|sprints?|unconferencing|hallway track|open spaces?|poster session|job fair|wrap[- ]?up|conclusion|goodbye|farewell|announcements?)(?:\b.{0,60})?|(?:space|venue|registration|doors) opens?\b.{0,60}|(?:opening|closing|welcome|introductory|final)[\s-]+(?:remarks?|notes?|session|ceremony|address|words|speech|plenary|party|reception|statement)s?\b.{0,40}|conference (?:opens|concludes|closes|ends)\b.{0,40}|wrap for the day.{0,60}|(?:kaffee|mittags?|früh|abend)?-?pause|mittag(?:essen|spause)?|kaffee\b.{0,30}|frühstück|abendessen|anmeldung|registrierung|einlass|begrüßung|eröffnung|abschluss|verabschiedung|ende|anreise|pause(?: .{0,30})?|déjeuner|petit[- ]déjeuner|accueil\b.{0,30}|inscription|clôture|ouverture|almuerzo|comida|cena|desayuno|café|receso|descanso|registro|acreditaci[oó]n(?:es)?|apertura|cierre|clausura|bienvenida|almoço|intervalo|credenciamento|encerramento|abertura|jantar|pranzo|pausa(?: .{0,20})?|registrazione|accoglienza|saluti|chiusura|fika|lunsj|obiad|przerwa\b.{0,20}|rejestracja|zakończenie|rozpoczęcie|oběd|registrace|přestávka|обед|перерыв|кофе(?:-(?:пауза|брейк))?(?: перерыв)?|регистрация|открытие|закрытие|昼休み|昼食|休憩|受付|開場|閉場|開会|閉会|オープニング|クロージング|懇親会|ランチ|午餐|茶歇|签到|開幕|閉幕|報到|午休|tb[acd]|to be (?:announced|confirmed|defined)|n\/a|cancell?ed)\W*$/iu;
/** Parts of speech around a talk that are not its title. */
export const LABEL =
  /^\W*(?:(?:speaker|presenter|author|trainer|host|moderator|referent|referentin|intervenant|ponente|palestrante|relatore|instructor|facilitator)(?:s|\(s\)|en|innen|i|es)?|with|by|von|par|por|di|and|und|in|at|from|room|raum|salle|sala|track|level|language|lang|duration|more(?: info(?:rmation)?)?|read more|details?|learn more|abstract|slides?|video|recording|watch|info|description|beginner|intermediate|advanced|english|deutsch|français|japanese|en|ja|de|fr|es|new|talk|talks|tutorial|workshop|keynote|plenary|lightning talk|session|panel|title|when|where|time|date|location|add to calendar|bio|share|home|back|next|previous|all)\s?[:：]?\W*$/iu;
export const SPEAKER_LABEL =
  /^\W*(?:speaker|presenter|presented by|author|trainer|referent|referentin|vortragende[rn]?|intervenant|orateur|ponente|palestrante|relatore|instructor|登壇者|講演者|発表者|主讲|講者)(?:s|\(s\)|en|innen|i|es|a|as)?\s?[:：]\s*/iu;
export const ROOM =
  /^\W*(?:in\s+)?(?:(?:room|raum|saal|hörsaal|salle|sala|aula|hall|auditorium|auditoire|stage|track|theat(?:re|er)|lecture hall|lecture theatre|ballroom|classroom|amphi\w*|main stage|plenary)\b.{0,50}|(?:[^\s.!?]{1,20}\s){1,3}(?:room|hall|stage|auditorium|theat(?:re|er)|track|saal|ballroom))\W*$|会場$|ホール|会议室/iu;
/** Classes that say what an element holds. */
export const TITLE_CLASS =
  /(?:^|[-_])(?:title|titel|titre|talk|session|event|topic|subject|summary|name|heading|presentation)s?(?:[-_]|$)|(?:Title|Name|Talk|Session)$/i;
export const SPEAKER_CLASS = /speaker|presenter|author|trainer|referent|instructor|host|people|person|byline|performer/i;
export const ROOM_CLASS = /(?:^|[-_.])(?:room|track|location|venue|hall|place|stage|where|raum|sala|salle)(?:[-_]|$)/i;
