/**
 * Given names that are hardly ever anything else. A word with a capital in front of a colon or behind a dash may be a
 * subject ("Monitoring:"); one of these is a person. Names that are English words (Mark, Will, Grace, Bill) are not here.
 */
const NAMES = `
aaron abdul abdullah adam adrian ahmed aisha akira alan albert alejandro aleksandr alessandro alex alexander alexandra
alexis ali alice alicia alina alison allison amanda amelia amina amir amit amy ana anastasia anders andrea andreas andrei
andrew andrey andrzej andy angela anil anita anja ankit ann anna anne annika anthony antoine anton antonio anya arjun
arthur arun ashley astrid ayesha barbara beatrice ben benjamin bernard beth betty bjorn björn bob boris brandon brenda
brian bruce bruno bryan camila camille carl carla carlos carmen carol caroline catherine cecilia charles charlotte chen
chloe chris christian christina christine christoph christopher cindy claire clara claudia connor craig cristina cynthia
daniel daniela danielle danny dave david deborah deepak denis dennis derek diana diego diego dinesh dmitri dmitry dominik
donald dorothy douglas edgar eduardo edward elena eli elias elif elijah elisa elizabeth ella ellen emily emma emmanuel
enrique eric erica erik erin ethan eugene eva evan evelyn fabian fatima felix fernando filip florian francesca francesco
francisco francois frederic gabriel gabriela gareth gary george georgia gerald gianluca gloria gonzalo gordon greg gregory
guillaume gustavo hannah hans harald harry hassan heather hector heidi helen helena henrik henry hiroshi hugo ian ibrahim
igor imran ingrid irene irina isaac isabel isabella isaiah ivan jacob jakob jakub james jamie jana jane janet jason javier
jean jeff jeffrey jen jennifer jenny jeremy jerome jerry jesse jessica jesus jim jimmy joan joanna joao joe joel johan
johannes john johnny jonas jonathan jordi jorge jose joseph josh joshua juan judith julia julian julie julien jun justin
kai karen karim karin karl kate katherine kathleen kathryn katie kavya keith kelly ken kenji kenneth kevin khalid kim kiran
klaus kristen kristina kumar kurt kyle lara larry lars laura lauren laurent lea leah lee leila lena leo leon leonardo leslie
li liam lin linda lisa liz lorenzo louis louise luca lucas lucia lucy luis luisa luke lukas lydia magda mahmoud manuel marc
marcel marco marcos marcus margaret maria marie marina mario marta martha martin martina mary mateo mathieu matt matteo
matthew matthias mauro mauricio megan mehmet mei melanie melissa mia michael michal michele michelle miguel mikael mike
mikhail milan ming miriam mohamed mohammed molly monica mustafa nadia nancy naomi natalia natalie natasha nathan neha neil
nicholas nick nicolas nicole nikhil nikita niklas nina noah noel noor olga oliver olivia omar oscar osman pablo pamela
paolo patricia patrick paul paula pavel pedro peter petra phil philip philipp philippe pierre pooja prakash priya rachel
rafael rahul raj rajesh ralf ramon raquel raul ravi rebecca renee ricardo richard rita robert roberto robin rodrigo roger
rohan rohit roland roman ronald rosa ruben ruth ryan sabrina said salim salma sam samantha samir samuel sandeep sandra
sanjay sara sarah scott sean sebastian sergei sergey sergio shannon sharon shreya silvia simon simone sofia sonia sophia
sophie stefan stefano stella stephan stephanie stephen steve steven stuart sunil susan suzanne sven sylvia takashi tamara
tanya tariq tatiana ted teresa theo theresa thomas tiago tim timothy tina tobias todd tom tomas tony tracy tyler ulrich
uwe valentina valeria vanessa vera veronica victor victoria vijay vikram viktor vincent virginia vivek vladimir walter wei
wendy william wolfgang xavier yan yang yasmin yuki yusuf yves zach zachary zeynep zoe
`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/u).filter((name) => name !== ''));

/** What a team calls itself, as the last word of its name. */
export const TEAM = /[\p{L}\p{N}][\s-](?:teams?|squad|guild|crew|oncall|on-call)$|^(?:équipe|equipo|equipe)\s/iu;

/** Teams without the word; only where nothing but an owner can stand, for they are areas as well. */
export const TEAM_NAMES =
  /^(?:sre|srec|sres|devops|dba|dbas|ops|netops|secops|infrasec|infra|infrastructure|platform|backend|frontend|engineering|eng|security|support|operations|product|management|it|qa|data|legal|everyone|all|all engineers|developers?|devs?|engineers?)$/iu;

/** Roles in the head of a document that people are named for. */
export const ROLE_LINE =
  /^[ \t>*_|+-]*(?:post-?mortem |incident |document |report |technical |tech |comms |scribe |on-?call )?(?:authors?|owners?|written by|reported by|prepared by|commanders?|managers?|leads?|coordinators?|responders?|participants?|attendees|people involved|facilitators?|reviewers?|engineers?|scribe|on-?call|dri|assignees?|contributors?|team)[ \t*_]*[:|][ \t*_]*(\S[^\n]{1,200})$/gimu;
