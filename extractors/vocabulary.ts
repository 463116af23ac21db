/**
 * The words by which pages about talks name things, in the languages of those pages; one table a concept, shared by all readers, who put
 * together what they ask for with a Lexicon. Phrases are folded and without punctuation, as wordsOf() gives them, separated by commas; " *"
 * at the end means that anything may follow.
 */
export const WORDS = {
  /** Labels for who speaks. */
  speaker:
    'speaker,speakers,presenter,presenters,lecturer,lecturers,instructor,instructors,featured speaker,guest speaker,keynote speaker,panelists,' +
    'referent,referenten,referentin,referentinnen,referent in,referierende,sprecher,sprecherin,sprecherinnen,vortragender,vortragende,redner,rednerin,' +
    'intervenant,intervenants,intervenante,intervenantes,intervenant e s,orateur,oratrice,orateurs,oratrices,conferencier,conferenciere,conferenciers,presentateur,' +
    'ponente,ponentes,orador,oradora,oradores,disertante,disertantes,conferencista,conferencistas,expositor,expositora,charlista,' +
    'palestrante,palestrantes,apresentador,apresentadora,ministrante,relatore,relatori,relatrice,relatrici,talare,forelasare,foredragsholder,' +
    'spreker,sprekers,prelegent,prelegentka,prelegenci,prowadzacy,prowadzaca,prezentuje,prednasejici,recnik,puhuja,puhujat,докладчик,докладчики,спикер,спикеры,' +
    '登壇者,発表者,講演者,スピーカー,講師,話し手,讲者,講者,演讲者,演講者,主讲人,主講人,主讲,讲师,嘉宾,分享人,発表,연사,발표자',
  /** What leads from a talk to who gives it. */
  by: 'by,presented by,presentation by,talk by,talks by,given by,par,presente par,presentee par,anime par,animee par,presentado por,apresentado por',
  author: 'author,authors,autor,autorin,autoren,auteur,auteurs,autores,autore,forfattare,作者,著者,автор',
  /** Labels and headings for the talk at hand. */
  talk: 'talk,session,my talk,talk details,session details,talk information,presentation details,vortrag,charla,palestra,prelekcja',
  /** What a talk is called before its title: "Keynote: ...". */
  kind:
    'talk,talks,lightning,lightning talk,keynote,session,workshop,presentation,conference,expose,atelier,vortrag,charla,ponencia,palestra,prelekcja,prezentacja,foredrag,' +
    '発表,講演,セッション,演讲,主题,доклад',
  /** Words before them: "Main talk", "Second presentation". */
  ordinal: 'the,our,a,lightning,short,main,full,first,second,third,opening,closing,quick,long,1st,2nd,3rd,1er,2e,erster,zweiter',
  title:
    'title,talk title,session title,topic,titel,vortragstitel,thema,titre,sujet,titulo,tema,titolo,tytul,temat,nazev,タイトル,演題,题目,題目,主题,主題,тема',
  date: 'date,dates,when,day,date and time,date time,date and location,date et lieu,date et heure,date et horaire,datum,wann,tag,termin,zeitpunkt,quand,jour,fecha,cuando,dia,data,quando,giorno,nar,dag,kiedy,日時,開催日,開催日時,日程,日付,开讲日期,日期,时间,時間,когда,дата',
  time: 'time,scheduled,slot,uhrzeit,zeit,heure,horaire,horaires,hora,horario,orario,ora,tid,klockan,godzina,時刻,time slot',
  start: 'start,starts,start time,begin,begins,anfang,beginn,debut,inicio,inizio,borjar,開始,开始',
  end: 'end,ends,end time,ende,fin,fim,fine,slutar,終了,结束',
  room: 'room,hall,stage,raum,saal,salle,sala,aula,sal,lokal,auditorium,部屋,ルーム,教室,会場,會場',
  location:
    'location,where,venue,place,address,meeting place,meeting location,ort,wo,adresse,veranstaltungsort,treffpunkt,lieu,ou,lugar,donde,local,onde,luogo,dove,sede,plats,var,gdzie,miejsce,locatie,会場,場所,开催地点,地点,地點,место,где',
  event: 'event,conference,meetup,veranstaltung,konferenz,tagung,evenement,evento,conferencia,konferens,wydarzenie,イベント,活动,活動',
  language:
    'language,presentation language,talk language,sprache,vortragssprache,langue,idioma,lengua,lingua,sprak,jezyk,言語,発表言語,语言,語言,話す自然言語',
  abstract:
    'abstract,description,summary,overview,talk description,session description,talk abstract,about this talk,about the talk,about this session,about the session,synopsis,the talk,outline,' +
    'beschreibung,inhalt,zusammenfassung,kurzbeschreibung,kurzfassung,resume,presentation de la conference,descripcion,resumen,descricao,resumo,descrizione,riassunto,beskrivning,sammanfattning,opis,abstrakt,概要,内容,説明,发表概要,简介,簡介,摘要,講演概要,описание',
  bio: 'bio,biography,about the speaker,about the speakers,about the author,about the presenter,about me,speaker bio,speaker profile,speaker info,speaker biography,short bio,profile,profil,biografie,biographie,biografia,lebenslauf,uber den referenten,uber den sprecher,zur person,a propos de l orateur,sobre el ponente,sobre o palestrante,プロフィール,スピーカープロフィール,講師紹介,关于作者,讲师简介',
  slides:
    'slides,slide,slide deck,presentation,folien,prasentation,transparents,diapositives,diapositivas,presentacion,apresentacao,slajdy,スライド,発表資料,资料,資料',
  /** Labels of slides that in running text may be of anything. */
  handout: 'presentation material,presentation materials,materials,handout,support',
  video:
    'video,recording,video footage,talk video,aufzeichnung,enregistrement,grabacion,gravacao,registrazione,inspelning,nagranie,動画,発表動画,录像,视频',
  links:
    'links,link,resources,materials and links,further reading,references,ressourcen,ressources,liens,enlaces,recursos,risorse,lankar,linki,リンク,参考',
  /** Labels that only pages about talks have, whatever their value. */
  evidence:
    'level,audience level,audience,experience level,difficulty,track,category,format,session type,type,talk type,duration,length,prerequisites,tags,topics,niveau,nivel,dauer,duree,duracion,duracao,durata,dificultad,publikum,schwierigkeit,livello,poziom,kategorie,所要時間,対象者,难度',
  /** What opens a list of other talks, or of what is no talk. */
  elsewhere:
    'more talks,other talks,other sessions,more sessions,related talks,related sessions,similar talks,similar sessions,concurrent events,see also,you may also like,up next,next talk,previous talk,recent talks,latest talks,upcoming talks,more from this speaker,more by this speaker,' +
    'this speaker also appears in,this person also appears in,other talks by this speaker,also speaking,other speakers,more speakers,neighbouring talks,related,related posts,related content,weitere vortrage,ahnliche vortrage,autres conferences,otras charlas,outras palestras,関連,相关,sponsors,sponsor,our sponsors,special thanks to our sponsors,partners,comments,leave a comment,kommentare,commentaires,share,share this,follow us,subscribe,newsletter,recent posts,archives,tickets',
  /** What a meeting of a group calls itself. */
  meeting:
    'meetup,meetups,meet up,meet ups,meetupu,meeting,meetings,user group,usergroup,rencontre,rencontres,soiree,soirees,barcamp,barcamps,compte rendu,comptes rendus,comptes rendu,treffen,stammtisch,' +
    'encuentro,encuentros,encontro,encontros,quedada,incontro,incontri,serata,spotkanie,spotkania,spotkaniem,spotkaniu,spotkaniam,setkani,sraz,traff,tapaaminen,kvallen,' +
    'hack night,hack nights,hacknight,hacknights,talk night,talks night,gathering,勉強会,ミートアップ,読書会,もくもく会,沙龙,聚会,митап,встреча,встречи',
  /** Pages and parts that hold a programme with times. */
  schedule:
    'schedule,schedules,program,programme,programm,agenda,timetable,lineup,line up,fahrplan,zeitplan,stundenplan,ablauf,horario,horarios,cronograma,programa,programacao,grade,calendrier,planning,orario,programma,schema,harmonogram,ohjelma,' +
    'タイムテーブル,プログラム,スケジュール,日程,议程,議程,日程表,расписание,программа',
  /** Pages and parts that list talks. */
  talks:
    'talks,session,sessions,speakers,tutorials,workshops,presentations,lectures,keynotes,vortrage,vortraege,referenten,conferences,exposes,intervenants,charlas,ponencias,ponentes,talleres,palestras,palestrantes,oficinas,interventi,relatori,prelekcje,prezentacje,foredrag,esitykset,prednasky,' +
    '講演,発表,セッション,演讲,доклады',
  /** Entries of a programme that nobody holds, whatever follows. */
  pause:
    'break,breaks,breakfast,lunch,lunchtime,coffee,tea time,dinner,snack,snacks,refreshments,meal,brunch,buffet,food,pizza,drinks,cocktail,registration,check in,checkin,sign in,networking,mingling,reception,raffle,doors,welcome,open space,open spaces,wrap up,group photo,goodbye,farewell,set up,setup,clean up,q a,tba,tbd,t b a,' +
    'kaffee,pause,pausen,mittagspause,mittagessen,kaffeepause,fruhstuck,abendessen,einlass,begrussung,verabschiedung,ende,umtrunk,' +
    'accueil,dejeuner,petit dejeuner,fin,ouverture,apero,apero s,pot,verre,almuerzo,desayuno,receso,descanso,bienvenida,almoco,credenciamento,pranzo,pausa,saluti,' +
    'fika,lunsj,obiad,przerwa,powitanie,poczestunek,zakonczenie,rozpoczecie,otwarcie,koniec,prestavka,обед,перерыв,кофе,регистрация,' +
    '昼休み,昼食,休憩,受付,開場,閉場,開会,閉会,オープニング,クロージング,懇親会,ランチ,挨拶,午餐,茶歇,休息,签到,開幕,閉幕,報到,午休',
  /** The same, where nothing follows: some of these words begin a title too. */
  frame:
    'opening,closing,open,close,closed,end,finish,start,tea,arrival,admission,party,after party,social,social event,drinks reception,travel,free time,photo,sprint,sprints,unconferencing,hallway track,poster session,job fair,conclusion,announcement,announcements,tbc,tbd,to be announced,to be confirmed,to be defined,n a,canceled,cancelled,' +
    'mittag,anmeldung,registrierung,eroffnung,abschluss,anreise,inscription,cloture,comida,cena,cafe,registro,acreditacion,acreditaciones,apertura,cierre,clausura,intervalo,encerramento,abertura,jantar,registrazione,accoglienza,chiusura,rejestracja,obed,registrace,открытие,закрытие',
  /** Who pays. */
  sponsor:
    'sponsor,sponsors,sponsored,sponsoring,sponsorship,sponsoren,patrocinador,patrocinadores,partenaires,partners,partnerzy,спонсор,спонсоры,スポンサー,赞助',
  /** An episode of a podcast, or a podcast. */
  episode:
    'podcast,podcasts,episode,episodes,episodio,episodios,episodi,folge,folgen,odcinek,odcinki,avsnitt,puntata,aflevering,bolum,epizoda,show note,show notes,shownote,shownotes,подкаст,выпуск,эпизод,випуск,播客,ポッドキャスト,エピソード,팟캐스트',
} as const;

export type Concept = keyof typeof WORDS;
