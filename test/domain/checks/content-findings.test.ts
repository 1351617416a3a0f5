import { type Case, findingsOf } from './findings.ts';

const bare = { objectId: '1', type: 'Course', title: 'One' };

test.each<Case>([
  [
    'nothing but an owner: all that lacks is told',
    (b) => b.row('content', { owner: 'ann' }),
    [
      'error content-type @ content:2:type | title="" type="" objectId=""',
      'warning content-object-id-missing @ content:2:objectId | title="" type="" objectId=""',
      'warning content-title-missing @ content:2:title | title="" type="" objectId=""',
    ],
  ],
  [
    'nothing but a code',
    (b) => b.code('CPR').row('content', { code: 'CPR' }),
    [
      'error content-type @ content:2:type | title="" type="" objectId=""',
      'error content-code-not-in-records @ content:2:code | title="" type="" objectId="" code="CPR"',
      'warning content-object-id-missing @ content:2:objectId | title="" type="" objectId=""',
      'warning content-title-missing @ content:2:title | title="" type="" objectId=""',
    ],
  ],
  ['nothing but an unticked box', (b) => b.row('content', { usedInRecords: false }), []],
  [
    'nothing but a tick',
    (b) => b.row('content', { usedInRecords: true }),
    [
      'error content-type @ content:2:type | title="" type="" objectId=""',
      'warning content-object-id-missing @ content:2:objectId | title="" type="" objectId=""',
      'warning content-title-missing @ content:2:title | title="" type="" objectId=""',
    ],
  ],
  [
    'an id of spaces',
    (b) => b.row('content', { ...bare, objectId: ' ' }),
    ['warning content-object-id-missing @ content:2:objectId | title="One" type="Course" objectId=" "'],
  ],
  [
    'a title of spaces',
    (b) => b.row('content', { ...bare, title: ' ' }),
    ['warning content-title-missing @ content:2:title | title=" " type="Course" objectId="1"'],
  ],
  [
    'a type that is none',
    (b) => b.row('content', { ...bare, type: 'Courses' }),
    ['error content-type @ content:2:type | title="One" type="Courses" objectId="1"'],
  ],
  ...['yes', ' Y ', '1', 1, true, 'TRUE'].map(
    (used): Case => [
      `${JSON.stringify(used)} is used in records`,
      (b) => b.code('CPR').row('content', { ...bare, code: 'CPR', usedInRecords: used }),
      [],
    ],
  ),
  ...['no', ' N ', '0', 0, false, 'FALSE', ''].map(
    (used): Case => [
      `${JSON.stringify(used)} is not used in records`,
      (b) => b.code('CPR').row('content', { ...bare, code: 'CPR', usedInRecords: used }),
      [
        'error content-code-not-in-records @ content:2:code | title="One" type="Course" objectId="1" code="CPR"',
      ],
    ],
  ),
  [
    'no code may stand where it is not used in records',
    (b) => b.row('content', { ...bare, code: ' ', usedInRecords: 'no' }),
    [],
  ],
  [
    'neither yes nor no, with a code',
    (b) => b.code('CPR').row('content', { ...bare, code: 'CPR', usedInRecords: 'yess' }),
    [
      'error content-used-in-records @ content:2:usedInRecords | title="One" type="Course" objectId="1" value="yess"',
    ],
  ],
])('content: %s', (_, make, expected) => {
  expect(findingsOf(make)).toEqual(expected);
});

test.each<Case>([
  [
    'three rows of one content',
    (b) => b.course('1', '').content(' course', ' 1 ', '').content('Quiz', '1', '').course('1', ''),
    [
      'error content-duplicate @ content:2:objectId content:3:objectId content:5:objectId | type="Course" objectId="1"',
    ],
  ],
  [
    'Event and Training Event are one type',
    (b) => b.content('Event', '1', '').content('training  event', '1', ''),
    ['error content-duplicate @ content:2:objectId content:3:objectId | type="Event" objectId="1"'],
  ],
  [
    'one unknown type in two writings',
    (b) => b.content('Webinar', '1', '').content(' webinar ', '1', ''),
    [
      'error content-type @ content:2:type | title="Title 1" type="Webinar" objectId="1"',
      'error content-duplicate @ content:2:objectId content:3:objectId | type="Webinar" objectId="1"',
      'error content-type @ content:3:type | title="Title 1" type=" webinar " objectId="1"',
    ],
  ],
  [
    'two unknown types',
    (b) => b.content('Webinar', '1', '').content('Talk', '1', ''),
    [
      'error content-type @ content:2:type | title="Title 1" type="Webinar" objectId="1"',
      'error content-type @ content:3:type | title="Title 1" type="Talk" objectId="1"',
    ],
  ],
  [
    'two contents without an id',
    (b) => b.course('', '').course(' ', ''),
    [
      'warning content-object-id-missing @ content:2:objectId | title="Title " type="Course" objectId=""',
      'warning content-object-id-missing @ content:3:objectId | title="Title  " type="Course" objectId=" "',
    ],
  ],
])('content twice: %s', (_, make, expected) => {
  expect(findingsOf(make)).toEqual(expected);
});

test.each<Case>([
  [
    'three contents carry it',
    (b) => b.code('CPR').course('1', 'CPR').content('Quiz', '1', 'CPR').course('2', 'CPR'),
    ['warning content-code-shared @ content:2:code content:3:code content:4:code | code="CPR" contents=3'],
  ],
  [
    'in two writings',
    (b) => b.code('CPR').course('1', 'cpr').course('2', 'CPR'),
    [
      'warning code-spelling @ content:2:code | code="cpr" written="CPR" | fix use-codes-spelling',
      'warning content-code-shared @ content:2:code content:3:code | code="cpr" contents=2',
    ],
  ],
  [
    'rows of one content are a duplicate only',
    (b) => b.code('CPR').course('1', 'CPR').course('1 ', 'CPR'),
    ['error content-duplicate @ content:2:objectId content:3:objectId | type="Course" objectId="1"'],
  ],
  [
    'rows without an id are contents of their own',
    (b) => b.code('CPR').course('', 'CPR').course('', 'CPR'),
    [
      'warning content-object-id-missing @ content:2:objectId | title="Title " type="Course" objectId=""',
      'warning content-code-shared @ content:2:code content:3:code | code="CPR" contents=2',
      'warning content-object-id-missing @ content:3:objectId | title="Title " type="Course" objectId=""',
    ],
  ],
  [
    'the first writing of it is told, wherever it stands',
    (b) => b.code('CPR').code('FIRE').course('1', 'FIRE').course('2', 'cpr').course('3', 'CPR'),
    [
      'warning code-spelling @ content:3:code | code="cpr" written="CPR" | fix use-codes-spelling',
      'warning content-code-shared @ content:3:code content:4:code | code="cpr" contents=2',
    ],
  ],
  ['no code is not shared', (b) => b.course('1', '').course('2', ' '), []],
])('a shared code: %s', (_, make, expected) => {
  expect(findingsOf(make)).toEqual(expected);
});
