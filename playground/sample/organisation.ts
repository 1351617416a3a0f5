// A believable small organisation: an outdoor trust with a climbing wall, boats and hills. One line is one row; what stands
// after `!` names the problem seeded in it (`rule:group`; lines with the same rule and group are one finding).

export const PROVIDER = 'Tarn Valley Outdoor Trust';
export const OTHER_PROVIDERS = [
  'Lakeside First Aid',
  'County Fire Training',
  'Northern Boat School',
] as const;
export const SITES = ['Tarn House', 'Mill Wall', 'Boathouse', 'High Barn'] as const;

/** Code | Description | Valid For (Months) */
export const CODES = `
CLABEG | Climbing wall: beginners' session
CLADROP | Climbing: lowering and abseil
CLAESS | Climbing essentials
CLARODROP | Rope drop and retrieval | | !code-look-alike:drop
CLAROTAT | Rope rotation and log book
CLATT | Climbing wall attendant
CPR | CPR and defibrillator | 12
EG012 | Emergency guide 012: site evacuation | 24
EGMP | Emergency gear: maintenance and packing | 12 | !code-duplicate:egmp
EGPG | Emergency gear: party guide
CLAR0DROP | Rope drop, as printed on the old poster | | !code-look-alike:drop
FAID | First aid at work | 36
FAOUT | Outdoor first aid, 16 hours | 36
SAFEG | Safeguarding children and adults | 24
FIREAW | Fire awareness | 12
MANHAN | Manual handling | 24
DATAPR | Data protection | 12
0012 | Site 12 induction, number of the old system | | !code-unsafe:0012
NAVBAS | Navigation: map and compass
NAVADV | Navigation: poor visibility
HILLDAY | Hill day leader
NIGHTW | Night walk leader
<4012> | Fire door round | | !code-not-text:4012
CANOE | Canoe: sheltered water
KAYAK | Kayak: sheltered water
RAFT | Raft building
WATSAF | Water safety and throw bags | 12
BOATCR | Safety boat crew | 36
| Climbing wall: instructor day, code to follow | | !code-missing:1
BIKELD | Bike ride leader
MINIBUS | Minibus driver | 48
TRAILER | Towing a trailer
FOODHY | Food hygiene | 36
KITSTO | Kit store and checks
KIT\tROOM | Kit room key holder | | !code-control-characters:kitroom
ARCHERY | Archery range officer | 36
Egmp | Emergency gear, from the 2023 list | | !code-duplicate:egmp
PNEWST | Learning path: new staff
PCLIMB | Learning path: climbing wall
PROPES | Learning path: ropes and abseil
PWATER | Learning path: water sessions
PHILLS | Learning path: hill leaders
PRESCUE | Learning path: rescue team
PDRIVE | Learning path: drivers
PDUTY | Learning path: duty managers
PARCH | Learning path: archery club
PSUMM | Learning path: summer helpers
PFREEL | Learning path: freelance helpers
1-2 | Module 1, part 2 | | !code-unsafe:1-2
<2026-03-01 d-mmm> | March inspection (typed as MAR1) | | !code-not-text:mar1
HORSE | Pony trekking, until 2024
SKICEN | Ski centre visits, until 2024
`;

/** Object Id | Type | Title | Used In Training Records | Qualification Code | Owner */
export const CONTENT = `
101 | Course | Climbing essentials | TRUE | CLAESS | moira.kerr
102 | Course | Climbing wall: welcome | FALSE | | moira.kerr
103 | Course | Rope drop and retrieval | TRUE | CLARODROP | moira.kerr
104 | Course | Rope care at home | FALSE | | moira.kerr
105 | Course | CPR and defibrillator: theory | TRUE | | anil.desai
106 | Course | Safeguarding children and adults | TRUE | SAFEG | grace.lund
107 | Course | Fire awareness | TRUE | FIREAW | grace.lund
108 | Course | Manual handling | TRUE | MANHAN | grace.lund
109 | Course | Data protection | TRUE | DATAPR | grace.lund
110 | Course | Food hygiene | TRUE | FOODHY | ruth.okafor
111 | Course | Emergency guide 012: site evacuation | TRUE | EG012 | anil.desai
112 | Course | Emergency gear: maintenance and packing | TRUE | EGMP | anil.desai
113 | Course | Navigation: map and compass | TRUE | NAVBAS | piotr.nowak
114 | Course | Weather for hill days | TRUE | | piotr.nowak
115 | Course | Water safety and throw bags | TRUE | WATSAF | sian.hughes
116 | Course | Tides, wind and cold water | TRUE | | sian.hughes
117 | Course | Kit store and checks | TRUE | KITSTO | tom.ferris
118 | Course | Booking system for instructors | TRUE | | ruth.okafor
119 | Course | Minibus: the law and the log book | TRUE | | tom.ferris | !content-duplicate:119
119 | Course | Minibus: the law and the log | TRUE | | tom.ferris | !content-duplicate:119
120 | Course | Expenses and time sheets | maybe | | ruth.okafor | !content-used-in-records:120
121 | Course | Avalanche awareness | TRUE | AVALAN | piotr.nowak | !content-unknown-code:121
122 | Course | Lone working | TRUE | | grace.lund
201 | Quiz | Climbing essentials: quiz | TRUE | | moira.kerr
202 | Quiz | Climbing wall attendant: quiz | TRUE | CLATT | moira.kerr
203 | Quiz | Knots: quiz | FALSE | | moira.kerr
204 | Quiz | Emergency gear: party guide | TRUE | EGPG | anil.desai
205 | Quiz | Navigation: poor visibility | TRUE | NAVADV | piotr.nowak
206 | Quiz | Fire awareness: quiz | No | | grace.lund
207 | Quiz | Food allergies: quiz | TRUE | | ruth.okafor
208 | Quiz | Highway code for cyclists | TRUE | | tom.ferris
209 | Quiz | Towing weights: quiz | TRUE | TRAILER | tom.ferris
210 | Quiz | Rope rotation and log book | FALSE | CLAROTAT | moira.kerr | !content-code-not-in-records:210
211 | Quiz | Archery rules: quiz | TRUE | | sian.hughes
212 | | Pony care: quiz | FALSE | | sian.hughes | !content-type:212
118 | Quiz | Booking system: quiz | TRUE | | ruth.okafor
301 | Training Event | Climbing wall: beginners' session | TRUE | CLABEG | moira.kerr
302 | Training Event | Lowering and abseil day | TRUE | CLADROP | moira.kerr
303 | Training Event | CPR and defibrillator | TRUE | CPR | anil.desai
304 | Training Event | First aid at work, three days | TRUE | FAID | anil.desai | !content-code-shared:faid
305 | Training Event | Outdoor first aid, 16 hours | TRUE | FAOUT | anil.desai
306 | Training Event | Hill day assessment | TRUE | HILLDAY | piotr.nowak
307 | Training Event | Night walk assessment | TRUE | NIGHTW | piotr.nowak
308 | Training Event | Canoe: sheltered water | TRUE | CANOE | sian.hughes
309 | Training Event | Kayak: sheltered water | TRUE | KAYAK | sian.hughes
310 | Training Event | Raft building | TRUE | RAFT | sian.hughes
311 | Training Event | Safety boat crew | TRUE | BOATCR | sian.hughes
312 | Event | Bike ride leader | TRUE | BIKELD | tom.ferris
313 | Training Event | Minibus driver test | TRUE | MINIBUS | tom.ferris
314 | Training Event | Archery range officer | Yes | archery | sian.hughes | !code-spelling:314
315 | Training Event | Staff meeting, spring | FALSE | | ruth.okafor
316 | Training Event | Staff meeting, autumn | FALSE | | ruth.okafor
317 | Webinar | Insurance for outdoor centres | TRUE | | ruth.okafor | !content-type:317
318 | Training Event | First aid at work, refresher | TRUE | FAID | anil.desai | !content-code-shared:faid
319 | Training Event | Climbing wall assessment day | TRUE | PCLIMB | moira.kerr
320 | Training Event | Evacuation drill | TRUE | | anil.desai
| Training Event | Open day for volunteers | FALSE | | ruth.okafor | !content-object-id-missing:1
322 | Training Event | | TRUE | | tom.ferris | !content-title-missing:322
323 | Training Event | Swim test | TRUE | | sian.hughes
324 | Training Event | Cave visit with a guide | TRUE | | piotr.nowak
`;

/** Path Id | Step | Title | Qualification Code */
export const PATHS = `
LP-01 | | New staff | PNEWST
LP-01 | 1 | Safeguarding | SAFEG
LP-01 | 2 | Fire awareness | FIREAW
LP-01 | 3 | Manual handling | MANHAN
LP-01 | 4 | Data protection | DATAPR
LP-02 | | Climbing wall | PCLIMB | !path-code-on-other-step:pclimb
LP-02 | 1 | Attendant's quiz | CLATT
LP-02 | 2 | Climbing essentials | CLAESS
LP-02 | 3 | Beginners' session | CLABEG
LP-02 | 4 | CPR and defibrillator | CPR
LP-03 | | Ropes and abseil | PROPES
LP-03 | 1 | Climbing essentials | CLAESS
LP-03 | 2 | Lowering and abseil | CLADROP
LP-03 | 3 | Rope drop and retrieval | CLARODROP
LP-03 | 4 | Emergency gear | EGMP
LP-04 | | Water sessions | PWATER
LP-04 | 1 | Water safety | WATSAF
LP-04 | 2 | Canoe | CANOE
LP-04 | 3 | Kayak | KAYAK
LP-04 | 4 | Raft building | RAFT
LP-05 | | Hill leaders | PHILLS | !path-code-reused:phills
LP-05 | 1 | Map and compass | NAVBAS
LP-05 | 2 | Poor visibility | NAVADV
LP-05 | 3 | Outdoor first aid | FAOUT
LP-05 | 4 | Hill day | HILLDAY
LP-05 | 5 | Night walk | NIGHTW
LP-06 | | Rescue team | PRESCUE
LP-06 | 1 | CPR and defibrillator | CPR
LP-06 | 2 | Party guide | EGPG
LP-06 | 3 | Emergency gear | EGMP
LP-06 | 4 | Site evacuation | EG012
LP-06 | 5 | Safety boat crew | BOATCR
LP-07 | | Drivers | PDRIVE
LP-07 | 1 | Minibus driver | MINIBUS
LP-07 | 2 | Towing | TRAILER
LP-07 | 3 | Manual handling | MANHAN
LP-08 | | Duty managers | PDUTY
LP-08 | 1 | First aid at work | FAID
LP-08 | 2 | Fire awareness | FIREAW
LP-08 | 3 | Safeguarding | SAFEG
LP-08 | 4 | Site evacuation | EG012
LP-09 | 1 | Bike ride leader | BIKELD | !path-row-missing:lp9
LP-09 | 2 | Outdoor first aid | FAOUT | !path-row-missing:lp9
LP-10 | | Archery club | PARCH | !path-without-steps:lp10
LP-11 | | Kitchen team | | !path-code-missing:lp11
LP-11 | 1 | Food hygiene | FOODHY | !step-gap:lp11
LP-11 | 2 | Food allergies | | !path-code-missing:lp11-2 !step-gap:lp11
LP-11 | 4 | Manual handling | MANHAN | !step-gap:lp11
LP-12 | | Summer helpers | PSUMM | !path-row-duplicate:lp12
LP-12 | | Freelance helpers | PFREEL | !path-row-duplicate:lp12
LP-12 | 1 | Safeguarding | SAFEG | !step-code-twice:safeg
LP-12 | 2 | CPR and defibrillator | CPR
LP-12 | 3 | Safeguarding, once more | SAFEG | !step-code-twice:safeg
LP-12 | 4 | Avalanche awareness | AVALAN | !path-unknown-code:avalan !step-duplicate:lp12-4
LP-12 | 4 | Kit store | KITSTO | !step-duplicate:lp12-4
LP-13 | | Visiting schools | PHILLS | !path-code-reused:phills
LP-13 | 1 | Fire awareness | fireaw | !code-spelling:lp13-1
LP-13 | 2 | Climbing wall assessment | PCLIMB | !path-code-on-other-step:pclimb
LP-13 | 2a | Night walk | NIGHTW | !step-not-whole:lp13-2a
LP-13 | 3 | Pony trekking | HORSE | !step-without-content:horse
| 1 | Archery range officer | ARCHERY | !path-id-missing:1
`;

export const OWNERS = [
  'moira.kerr',
  'anil.desai',
  'grace.lund',
  'ruth.okafor',
  'piotr.nowak',
  'sian.hughes',
  'tom.ferris',
] as const;

export const FIRST_NAMES =
  'alice ben carla david ella finn gita harry iris jonas kate leo maya nadia oscar priya quinn rosa sam tara umar vera will yusuf zoe'.split(
    ' ',
  );

export const LAST_NAMES =
  'abbott baker clarke dixon evans foster grant hobbs irving jones khan lewis mason noble owens price quayle reid shaw turner usher vaughan walsh young'.split(
    ' ',
  );
