import { fold } from '../../core/fold';

/** What a label on a talk page announces. `elsewhere` opens a list of other talks, `evidence` says only that this is a talk. */
export type Label =
  | 'speaker'
  | 'author'
  | 'title'
  | 'talk'
  | 'date'
  | 'time'
  | 'start'
  | 'end'
  | 'room'
  | 'location'
  | 'event'
  | 'language'
  | 'abstract'
  | 'bio'
  | 'slides'
  | 'video'
  | 'links'
  | 'evidence'
  | 'elsewhere';

/** Labels in the languages of talk pages, folded; separated by commas. */
const WORDS: Record<Label, string> = {
  speaker:
    'speaker,speakers,presenter,presenters,presented by,presentation by,talk by,talks by,given by,by,lecturer,lecturers,instructor,instructors,featured speaker,guest speaker,keynote speaker,panelists,' +
    'referent,referenten,referentin,referentinnen,referent:in,referent*in,referierende,sprecher,sprecherin,vortragender,vortragende,redner,rednerin,' +
    'intervenant,intervenants,intervenante,intervenantes,intervenant.e.s,orateur,oratrice,orateurs,conferencier,conferenciere,presentateur,presente par,anime par,par,' +
    'ponente,ponentes,orador,oradora,oradores,disertante,disertantes,conferencista,conferencistas,expositor,expositora,presentado por,charlista,' +
    'palestrante,palestrantes,apresentador,apresentadora,ministrante,apresentado por,relatore,relatori,relatrice,relatrici,talare,forelasare,foredragsholder,' +
    'spreker,sprekers,prelegent,prelegentka,prelegenci,prowadzacy,prednasejici,recnik,puhuja,puhujat,докладчик,докладчики,спикер,спикеры,' +
    '登壇者,発表者,講演者,スピーカー,講師,話し手,讲者,講者,演讲者,演講者,主讲人,主講人,主讲,讲师,嘉宾,発表,연사,발표자',
  author: 'author,authors,autor,autorin,autoren,auteur,auteurs,autores,autore,forfattare,作者,著者,автор',
  talk: 'talk,session,my talk,talk details,session details,talk information,presentation details,vortrag,charla,palestra,prelekcja',
  title:
    'title,talk title,session title,topic,titel,vortragstitel,thema,titre,sujet,titulo,tema,titolo,tytul,temat,nazev,タイトル,演題,题目,題目,主题,主題,тема',
  date: 'date,when,day,date and time,date & time,date/time,datum,wann,tag,termin,zeitpunkt,quand,jour,fecha,cuando,dia,data,quando,giorno,nar,dag,kiedy,termin,日時,日程,日付,开讲日期,日期,时间,時間,когда,дата',
  time: 'time,scheduled,slot,uhrzeit,zeit,heure,horaire,horaires,hora,horario,orario,ora,tid,godzina,時刻,time slot',
  start: 'start,starts,start time,begin,begins,anfang,beginn,debut,inicio,inizio,borjar,開始,开始',
  end: 'end,ends,end time,ende,fin,fim,fine,slutar,終了,结束',
  room: 'room,hall,stage,raum,saal,salle,sala,aula,sal,lokal,auditorium,部屋,ルーム,教室,会場,會場',
  location:
    'location,where,venue,place,ort,wo,veranstaltungsort,lieu,ou,lugar,donde,local,onde,luogo,dove,sede,plats,var,gdzie,miejsce,locatie,場所,地点,地點,место',
  event: 'event,conference,meetup,veranstaltung,konferenz,tagung,evenement,evento,conferencia,konferens,wydarzenie,イベント,活动,活動',
  language:
    'language,presentation language,talk language,sprache,vortragssprache,langue,idioma,lengua,lingua,sprak,jezyk,言語,発表言語,语言,語言,話す自然言語',
  abstract:
    'abstract,description,summary,overview,talk description,session description,talk abstract,about this talk,about the talk,about this session,about the session,synopsis,the talk,outline,' +
    'beschreibung,inhalt,zusammenfassung,kurzbeschreibung,kurzfassung,resume,presentation de la conference,descripcion,resumen,descricao,resumo,descrizione,riassunto,beskrivning,sammanfattning,opis,abstrakt,概要,内容,説明,发表概要,简介,簡介,摘要,講演概要,описание',
  bio: "bio,biography,about the speaker,about the speakers,about the author,about the presenter,about me,speaker bio,speaker profile,speaker info,speaker biography,short bio,profile,profil,biografie,biographie,biografia,lebenslauf,uber den referenten,uber den sprecher,zur person,a propos de l'orateur,sobre el ponente,sobre o palestrante,プロフィール,スピーカープロフィール,講師紹介,关于作者,讲师简介,bio:",
  slides:
    'slides,slide,slide deck,presentation,presentation material,presentation materials,materials,handout,folien,prasentation,transparents,diapositives,support,diapositivas,presentacion,apresentacao,slajdy,スライド,発表資料,资料,資料',
  video:
    'video,videos,recording,video footage,talk video,watch,aufzeichnung,enregistrement,grabacion,gravacao,registrazione,inspelning,nagranie,動画,発表動画,录像,视频',
  links:
    'links,link,resources,materials and links,further reading,references,ressourcen,ressources,liens,enlaces,recursos,risorse,lankar,linki,リンク,参考',
  evidence:
    'level,audience level,audience,experience level,difficulty,track,category,format,session type,type,talk type,duration,length,prerequisites,tags,topics,niveau,nivel,dauer,duree,duracion,duracao,durata,dificultad,publikum,schwierigkeit,livello,poziom,kategorie,所要時間,対象者,难度',
  elsewhere:
    'more talks,other talks,other sessions,more sessions,related talks,related sessions,similar talks,similar sessions,concurrent events,see also,you may also like,up next,next talk,previous talk,recent talks,latest talks,upcoming talks,more from this speaker,more by this speaker,' +
    'this speaker also appears in,this person also appears in,other talks by this speaker,also speaking,other speakers,more speakers,neighbouring talks,related,related posts,related content,weitere vortrage,ahnliche vortrage,autres conferences,otras charlas,outras palestras,関連,相关,sponsors,sponsor,our sponsors,special thanks to our sponsors,partners,comments,leave a comment,kommentare,commentaires,share,share this,follow us,subscribe,newsletter,recent posts,archives,tickets',
};

const LABELS = new Map<string, Label>(
  (Object.entries(WORDS) as [Label, string][]).flatMap(([label, words]) => words.split(',').map((word): [string, Label] => [word, label])),
);
const LONGEST = 40;

/** What a text announces if all of it is a label: "Speaker(s):", "Wann?", "スピーカー プロフィール". */
export function labelOf(text: string): Label | undefined {
  if (text.length === 0 || text.length > LONGEST) return undefined;
  const key = fold(text)
    .replace(/\(s\)|[:：?!.#]+$|^[\x00-\x2f\x3a-\x40\u2000-\u2bff\ud800-\udfff\ufe0f]{1,4}/g, '')
    .trim();
  return LABELS.get(key) ?? LABELS.get(key.replaceAll(' ', '')) ?? LABELS.get(key.replace(/[:：\s]+$/, ''));
}

/** A line "Label: value" split at its label; undefined where the line does not start with a known label. */
export function labelled(line: string): { label: Label; value: string } | undefined {
  const at = /^[^:：]{1,40}[:：]/.exec(line)?.[0];
  const label = at && labelOf(at.slice(0, -1));
  const value = at && line.slice(at.length).trim();
  return label && value ? { label, value } : undefined;
}
