/** The words by which meetings, their sections and their programmes are told, in the languages of user groups. */
import { atColon, Lexicon, wordsOf } from '../lexicon';
import { WORDS } from '../vocabulary';

const MEETING = new Lexicon(WORDS.meeting);
const JUG = /(?:^|[^a-z\d])(?:[a-z]{2,12})?jug(?![a-z\d])/i;

/** A meeting of people, in a title, an address or a sentence. */
export function saysMeeting(text: string): boolean {
  return MEETING.in(text) || JUG.test(text);
}

const INVITATION = new Lexicon(
  'rsvp,doors open,doors at,please register,sign up,join us,see you there,see you soon,we ll meet,we will meet,we meet,hosted by,kindly hosted,kindly sponsored,food and drink,food and drinks,food drinks,pizza,networking,refreshments,this month,' +
    'next meetup,next meeting,next meet up,first meetup,first meeting,monthly meetup,monthly meeting,' +
    'inscrivez,inscription,inscrire,prochaine rencontre,prochain meetup,se deroulera,rendez vous,venez,au programme,anmeldung,anmelden,wir freuen uns,herzlich eingeladen,' +
    'zapraszamy,odbedzie sie,rejestracja,wstep wolny,os esperamos,te esperamos,inscripcion,apuntate,inscreva se,inscricoes,foi realizado,vi ses,anmal,iscriviti,ci vediamo,参加登録,参加費,懇親会,开场,报名,签到',
);

/** Words that announce a meeting or tell how to come. */
export function isInvitation(text: string): boolean {
  return INVITATION.in(text) || /\bfindet\b.{1,80}\bstatt\b/i.test(text);
}

const SECTION = new Lexicon(
  WORDS.speaker,
  WORDS.date,
  WORDS.time,
  WORDS.location,
  WORDS.abstract,
  WORDS.bio,
  WORDS.slides,
  WORDS.video,
  WORDS.links,
  WORDS.schedule,
  WORDS.talks,
  'about *,abstracts,access,acces,accueil,acknowledgements,acknowledgments,announcement,announcements,article,articles,articles and talks,assets,attend,attendees,attending,audience,bios,book,books,call for *,code of conduct,comment,comments,community,contact,contact us,date *,detail,details,directions,discussion,discussions,donation,donations,download,downloads,event,events,faq,feedback,follow *,food,food and drink,food and drinks,food drinks,format,gallery,getting there,help *,host,hosts,how to *,important *,info,infos,information,informations,introduction,job,jobs,join *,lightning talk,lightning talks,main talk,main talks,material,meeting details,meeting schedule,more info *,more information *,news,news and articles,next meeting *,next meetup *,next event *,next events *,note,notes,notice,notices,organiser,organisers,organizer,organizers,organisation,organization,organising team,organizing team,other *,others *,parking,participant,participants,past *,photo,photos,picture,pictures,previous *,previously *,question,questions,recap,recordings,register,registration,related *,replay,rsvp *,rules,see you *,share *,short talk,short talks,speaker bios,speaker bio *,sponsor *,sponsors *,sponsoring,subscribe,tags,talk,ticket,tickets,tool,tools,topics,upcoming *,update,updates,videos,welcome *,what is *,what s *,who *,why *,' +
    'infos pratiques,inscription,inscriptions,merci *,partenaire,partenaires,les partenaires,plan,pratique,programme *,les speakers,les intervenants,les conferenciers,l intervenant,le speaker,sujets,a propos *,' +
    'abstract und bio,anfahrt,anfahrtsbeschreibung,anmeldung,kontakt,sponsoren,termin *,themen,uber *,veranstalter,veranstaltung,vortrag,zielgruppe,' +
    'inscripcion,patrocinador,patrocinadores,patrocinadora,charla,palestra,inscricao,inscricoes,fotos,iscrizione,iscrizioni,' +
    'program wieczoru,prelegenci i tematy,kilka slow *,szczegoly *,o sobie,partnerzy *,rejestracja,dojazd,organizator,organizatorzy,organizatora,opis *,jak dojechac,tematy,anmalan,motesplats,参加 *,主催 *,动态,报名 *,主办 *,регистрация',
);
const BEFORE_SECTION = new Lexicon('the,our,your,this,meeting,meetup,event,general,practical,full');

/** Headings of a page that are no talk. */
export function isSection(text: string): boolean {
  return SECTION.is(text, BEFORE_SECTION) || /^\W*speaker:/i.test(text);
}

const LOGISTICS = new Lexicon(
  WORDS.pause,
  'annonce,annonces,announcement,announcements,arrivee,ankommen,bienvenue,boas vindas,beer,beers,debut,discussion,discussions,door,event ends,gemutliches,get together,hang out,hangout,meet and greet,meet greet,mingle,news,open mic,open floor,questions,quiz,random access,register here,register now,register at,register for,register on,register via,see you,socialising,socializing,socialise,socialize,start,end,talk starts,talks start,talk begins,talks begin,tirage,3eme mi temps,after party,afterparty,after work,afterwork,vernissage,сбор',
);
const WHOLE = new Lexicon(
  'open,opening,open remarks,opening remarks,closing,closing remarks,intro,introduction,introductions,register,lightning talks,you',
);
const BEFORE_LOGISTICS = new Lexicon(
  'short,quick,a,the,coffee,tea,food,pizza,lunch,dinner,snack,bio,toilet,min,mins,minute,minutes,5,10,15,20,30,45,60',
);
const INTRODUCES = new Set('to into a au aux zu zum zur in ao al'.split(' '));

/** Entries of a programme that are no talk. */
export function isLogistics(text: string): boolean {
  if (LOGISTICS.opens(text, BEFORE_LOGISTICS) || WHOLE.is(text, BEFORE_LOGISTICS)) return true;
  const [first = '', second = ''] = wordsOf(text);
  return /^intro(?:ductions?)?$/.test(first) && !INTRODUCES.has(second);
}

const SPEAKER = new Lexicon(WORDS.speaker);
const SPEAKER_WITH_COLON = new Lexicon(WORDS.speaker, WORDS.by, WORDS.author, 'host,speaker bio,von,por,charla de');

/** A label alone on its line: the names stand on the next. */
export function isSpeakerLabel(text: string): boolean {
  return text.length < 40 && SPEAKER.is(text);
}

/** What stands behind the label in a line that says who speaks. */
export function behindSpeaker(text: string): string | undefined {
  const said = atColon(text);
  return said && said.value.length > 1 && said.value.length <= 303 && SPEAKER_WITH_COLON.is(said.label) ? said.value : undefined;
}

const BESIDE_TALK = new Lexicon(
  WORDS.abstract,
  WORDS.slides,
  WORDS.video,
  WORDS.bio,
  'participant,participants,rapporteur,presentation link',
);

/** A line that belongs to a talk without naming its speaker. */
export function isBesideTalk(text: string): boolean {
  const said = atColon(text);
  return said !== undefined && BESIDE_TALK.is(said.label);
}

const KIND = new Lexicon(WORDS.kind);
const ORDINAL = new Lexicon(WORDS.ordinal);

/** "Lightning talk #2", where it stands before a title that it announces; undefined where a line has no such label. */
export function talkLabel(text: string): string | undefined {
  const label = /^[^:：|]{2,40}?(?:[:：|]|[-–—]\s)/u.exec(text)?.[0];
  const bare = label?.replace(/\s?(?:#|n°|no\.?|nr\.?)?\s?\d{0,2}\s?[:：|–—-]\s*$/iu, '');
  return bare && KIND.is(bare, ORDINAL) ? label : undefined;
}

const PROGRAMME = new Lexicon(
  WORDS.talks,
  WORDS.schedule,
  'talk,lightning talk,lightning talks,short talk,short talks,main talk,main talks,presentation,speaker,topic,topics,conference,sujet,sujets,details,themen,prelegenci i tematy,tematy,program wieczoru,议题',
);
const ARTICLE = new Lexicon('the,our,les,die');

/** A heading under which the talks stand. */
export function isProgramme(text: string): boolean {
  return PROGRAMME.is(text, ARTICLE);
}
