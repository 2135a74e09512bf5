// make.mjs > dates.csv: 2,000 dates, what the npm package edtf says of each, and where base/edtf reads it
// otherwise on purpose. Run it in a folder where "npm install edtf@4.11.1" was run; the test needs no node.
// Columns: text; valid (yes, no), level, min, max as the judge says (seconds since 1970 in UTC, rounded down;
// open, unknown, or nothing where it cannot say); reads: what edtf_read says where it differs, a failure or
// "MIN MAX"; why: the paragraph of the specification (LoC, Extended Date/Time Format, 2019-02-04, by level and
// heading; ISO 8601-1:2019 by number) or the judge's own error.
import edtf, { parse } from 'edtf'

const VERSION = '4.11.1'
const SEED = 20190609
const COUNT = 2000

let state = SEED
const random = n => {
	state = (Math.imul(state, 1664525) + 1013904223) >>> 0
	return Math.floor((state / 2 ** 32) * n)
}
const pick = all => all[random(all.length)]
const pad = (n, width) => String(n).padStart(width, '0')

const year = () => pad(pick([2019, 2019, 2018, 2020, 2000, 1900, 1986, random(10000)]), 4)
const month = () => pad(1 + random(12), 2)
const day = () => pad(1 + random(28), 2)
const mark = () => pick(['?', '~', '%'])
const offset = () => pick(['', 'Z', 'Z', '+05', '+06', '-04', '+05:00', '+06:00', '-04:30', '+05:45', '+14:00', '-12:00'])
const plain = () => pick([year, () => `${year()}-${month()}`, () => `${year()}-${month()}-${day()}`])()
const clock = () => `${pad(random(24), 2)}:${pad(random(60), 2)}:${pad(random(60), 2)}`
const full = () => `${year()}-${month()}-${day()}`
const end = () => pick([plain, plain, plain, () => plain() + mark()])()
const ordered = (a, b) => (a.slice(0, 10) <= b.slice(0, 10) ? [a, b] : [b, a])
const element = () => pick([plain, full, full, full])()
const set = () => {
	const all = Array.from({ length: 1 + random(5) }, random(4) ? full : element)
	return (random(6) ? all.sort() : all).join(',')
}
const run = () => ordered(full(), full()).join('..')
const spoil = text => {
	const at = random(text.length)
	return pick([
		() => text.slice(0, at) + text.slice(at + 1),
		() => text.slice(0, at) + pick([...'0123456789-/.~?%XTZ[]{}, ']) + text.slice(at),
		() => text.slice(0, at) + pick([...'0123456789-/.~?%XTZ[]{}, ']) + text.slice(at + 1),
	])()
}

const KINDS = [
	[12, plain],
	[6, () => `${full()}T${clock()}${offset()}`],
	[2, () => `${full()}T${clock().slice(0, 5)}${offset()}`],
	[1, () => `${full()}T${clock()}.${pad(random(1000), 3)}${offset()}`],
	[1, () => `${full()}T24:00:00${offset()}`],
	[6, () => plain() + mark()],
	[4, () => `${year()}-${21 + random(4)}`],
	[2, () => pick([() => year().slice(0, 3) + 'X', () => year().slice(0, 2) + 'XX'])()],
	[4, () => pick([() => year() + '-XX', () => `${year()}-XX-XX`, () => `${year()}-${month()}-XX`])()],
	[8, () => ordered(end(), end()).join('/')],
	[6, () => pick([() => end() + '/..', () => '../' + end(), () => end() + '/', () => '/' + end()])()],
	[3, () => '-' + plain()],
	[3, () => pick(['Y', 'Y-']) + (10000 + random(pick([90000, 250000, 900000000])))],
	[5, () => `{${set()}}`],
	[5, () => `[${set()}]`],
	[4, () => pick([s => `{${s}}`, s => `[${s}]`])([run(), element()].join(','))],
	[2, () => pick([() => `[..${full()}]`, () => `{${full()}..}`, () => `{${full()},${full()}..}`])()],
	[4, () => `${year()}-${pad(1 + random(12), 2)}-${pad(28 + random(4), 2)}`],
	[2, () => `${year()}-02-29`],
	[2, () => `${year()}-${pad(pick([0, 13, 14, 19, 20, 42, 99]), 2)}`],
	[3, () => pick([
		() => `${year()}-${25 + random(17)}`,
		() => `XXXX-${month()}-XX`,
		() => `${year()}-XX-${day()}`,
		() => `${year()}${mark()}-${month()}`,
		() => `${year()}-${mark()}${month()}-${day()}`,
		() => `Y${1 + random(99)}E${4 + random(6)}`,
		() => `${year()}S${1 + random(3)}`,
		() => `${random(10)}XXX`,
	])()],
	[12, () => spoil(pick([plain, full, () => `${full()}/${full()}`, () => `{${set()}}`, () => `${full()}T${clock()}Z`])())],
]

const FIXED = [
	'2019-XX', '201X', '20XX', 'XXXX', '2019-06-XX', '2019-XX-XX', '2019-XX-12', 'XXXX-12-XX', '2019-1X',
	'2019/..', '../2019', '2019/', '/2019', '../..', '/', '../', '/..', '..', '', '?', '{}', '[]', '{..}', '[..]',
	'Y17E7', 'Y-17E7', 'Y170000002', 'Y17000', 'Y-17000', 'Y2019', 'Y017000', 'Y99999', '-0044-03-15', '-0044', '0000',
	'-0000', '-0000-01', '2019-02-29', '2020-02-29', '1900-02-29', '2000-02-29', '-0004-02-29', '2019-13', '2019-00',
	'2019-06-31', '2019-06-00', '2019-06-10/2019-06-09', '2019/2019', '2019-06-15/2019-06', '2019-06/2019-06-15',
	'2019-21', '2019-22', '2019-23', '2019-24', '2019-21?', '2019-25', '2019-41', '2019-42', '2019-21/2019-22', '-2019-21',
	'201X/2019', '2019-06-XX/2019-07', '201X?', '2019-06-XX~', '{2019-06-XX}', '{201X}', '-201X', '-2019-06-XX', '-2019-XX',
	'2019-06-09T21:00', '2019-06-09T21', '2019-06-09T21:00:00', '2019-06-09T21:00:60Z', '2019-06-09T24:00:00',
	'2019-06-09T24:00:01', '2019-06-09T25:00:00Z', '2019-06-09T21:60:00Z', '2019-06-09T21:00:00-00:00',
	'2019-06-09T21:00:00+14:30', '2019-06-09T21:00:00-13:00', '2019-06-09T21:00:00.1Z', '2019-06-09T21:00:00Z?',
	'2019-06-09T21:00:00+06:00/2019-06-10T03:00:00+06:00', '2019-06-09T21:00:00Z/..', '{2019-06-09T21:00:00Z}',
	'{2019, 2020}', '{2019}~', '{2019,2019}', '{2019/2020}', '{Y17000}', '[2019-21,2020]', '{2019-06-12..2019-06-09}',
	'{2019-06..2019-06-09}', '{2019-06-09..2019-06-12,2019-06-14}', '{2019-06-09..2019-06-12}', '[-0044,2019]',
	'19', '201', '19X', '1950S2', '20190609', '2019-6-9', '09.06.2019', '9 June 2019', ' 2019', '2019 ', '２０１９',
	'2019u', 'open/2019', 'unknown', 'Y17000/..', 'Y12345?', '2019-06-09/2019-06-10/2019-06-11', '2019?-06', '2019-06~-09',
]

// What a month, year or day is when the judge reads the day as the next month's first.
const exists = text => [...text.matchAll(/(-?\d{4})-(\d\d)-(\d\d)(?!\d)/g)].every(([, y, m, d]) => {
	const date = new Date(0)
	date.setUTCFullYear(Number(y), Number(m) - 1, Number(d))
	return date.getUTCMonth() === Number(m) - 1
})
const seconds = ms => (ms === null ? 'unknown' : ms === undefined || Number.isNaN(ms) ? '' :
	ms === Infinity || ms === -Infinity ? 'open' : String(Math.floor(ms / 1000)))
const judge = text => {
	try {
		const { level } = parse(text)
		const date = edtf(text)
		return { valid: true, level, min: date.min, max: date.max }
	} catch {
		return { valid: false }
	}
}
const bounds = text => {
	const said = judge(text)
	return said.min > said.max ? [said.max, said.min] : [said.min, said.max]
}
const first = text => bounds(text)[0]
const lastOf = text => bounds(text)[1]
const seasons = { 21: ['03', '05'], 22: ['06', '08'], 23: ['09', '11'] }
const season = text => {
	const [, y, s] = text.match(/^(-?\d{4})-(\d\d)/)
	const before = y => (Number(y) < 0 ? '-' : '') + pad(Math.abs(Number(y)), 4)
	const [from, to] = s === '24'
		? [`${before(Number(y) - 1)}-12`, `${before(Number(y) + 1)}-02`]
		: seasons[s].map(m => `${y}-${m}`)
	return `${seconds(first(from))} ${seconds(lastOf(to))}`
}
const said = j => `${seconds(j.min)} ${seconds(j.max)}`
const elements = text => text.slice(1, -1).split(',').flatMap(e => e.split('..'))
const open = (text, at) => (at === 0 ? text.startsWith('..', 1) : text.endsWith('..', text.length - 1))
const members = text => {
	const all = elements(text).filter(e => e)
	const min = open(text, 0) ? -Infinity : Math.min(...all.map(first))
	const max = open(text, 1) || /\.\.,/.test(text) ? Infinity : Math.max(...all.map(lastOf))
	return `${seconds(min)} ${seconds(max)}`
}
const hull = texts => `${seconds(Math.min(...texts.map(first)))} ${seconds(Math.max(...texts.map(lastOf)))}`
const DATE = '-?\\d{4}(-\\d\\d(-\\d\\d)?)?'
const X = '\\d{3}X|\\d{2}XX|\\d{4}-XX(-XX)?|\\d{4}-\\d\\d-XX'
const is = (...patterns) => text => patterns.some(p => new RegExp(`^(${p})$`).test(text))
const ENDS = new RegExp(`^(${DATE})[?~%]?/(${DATE})[?~%]?$`)
const ends = text => text.match(ENDS)?.filter(Boolean) && [text.match(ENDS)[1], text.match(ENDS)[4]]
const backwards = text => {
	const run = text.split(',').map(e => e.replace(/[\[\]{}?~%]/g, '').split('..')).filter(e => e.length === 2 && e[0] && e[1])
	return run.some(([a, b]) => exists(a) && exists(b) && first(a) > lastOf(b))
}

// The first row that fits counts. [when, reads, why]
const DIFFERS = [
	[(t, j) => j.valid && !exists(t), 'date.none',
		'Level 0, Date: a calendar date; the judge counts days past the end of February on into March'],
	[is('-?\\d\\d', '-?\\d\\d\\d', '-?\\d\\d\\d?[?~%]'), 'date.syntax',
		'Level 0, Date: year, month and day, year and month, or year; centuries and decades are not among them'],
	[is('XXXX'), 'date.level', 'Level 1, Unspecified digit(s) from the right, 1: one or two digits of a year'],
	[is('XXXX/.*', '.*/XXXX'), 'date.level', 'Level 1, Unspecified digit(s) from the right, 1: one or two digits of a year'],
	[(t, j) => is('(\\.\\.)?/(\\.\\.)?')(t) && j.valid, 'date.unbounded',
		'Level 1, Extended interval: one end open or unknown; a value that leaves no day out says nothing'],
	[(t, j) => is('\\S+, .*')(t) && j.valid, 'date.syntax', 'Level 2, Set representation: the members are parted by commas alone'],
	[is('\\d{4}-2[1-4]/\\d{4}-2[1-4]', '[[{]\\d{4}-2[1-4],.*'), 'date.season',
		'Level 1, Seasons: what stands between two of them is not said; as the judge'],
	[is('-?\\d{4}-(21|22|23|24)[?~%]'), season,
		'Level 1, Qualification of a date (complete), and Seasons: both are level 1; the judge knows no season with a qualifier'],
	[(t, j) => is('-?\\d{4}-(21|22|23|24)')(t) && j.valid, season,
		'Level 1, Seasons: no months are named; the judge takes quarters, we whole months of the north, and both winters of a year'],
	[(t, j) => is(`-?(${X})[?~%]`)(t) && judge(t.slice(0, -1)).valid, t => hull([t.slice(0, -1)]),
		'Level 1, Qualification of a date (complete): a date; the judge does not take one with unspecified digits for a date'],
	[(t, j) => j.valid && j.level === 2 && /[?~%]-|-[?~%]\d|[?~%]\d|\d{4}-XX-\d|XXXX|\dXXX|\d-\dX|X\d|S\d|E\d|^-?\d{4}-(2[5-9]|3\d|4[01])$/.test(t),
		'date.level', 'Level 2: not read here'],
	[(t, j) => is('[[{].*[\\]}]')(t) && j.valid && backwards(t), 'date.backwards',
		'Level 2, Set representation, a double-dot: all the values between the two values it separates, inclusive'],
	[(t, j) => is('[[{].*[\\]}]')(t) && j.valid && /\d[?~%]?\.\.\d/.test(t) && members(t) !== said(j), members,
		"Level 2, Set representation, a double-dot: inclusive; the judge's max forgets the second value"],
	[(t, j) => is('[[{].*[\\]}]')(t) && j.valid && members(t) !== said(j), members,
		'Level 2, Set representation: no order is asked for; the judge takes min from the first member and max from the last'],
	[(t, j) => is('\\{[^{}]*\\}[?~%]')(t) && judge(t.slice(0, -1)).valid && !/\.\./.test(t), t => hull(elements(t.slice(0, -1))),
		'None: ours since the first archive, and means every date of the set'],
	[(t, j) => is('.*T\\d\\d:\\d\\d:\\d\\d\\.\\d{1,2}(Z|[+-].*)?')(t) && j.valid, 'date.syntax',
		'Level 0, Date and Time: no fractions; three digits are read, as many tools write them, others the judge takes for milliseconds'],
	[(t, j) => ends(t) && !j.valid && ends(t).every(e => judge(e).valid && exists(e)) && first(ends(t)[0]) <= lastOf(ends(t)[1]),
		t => `${seconds(first(ends(t)[0]))} ${seconds(lastOf(ends(t)[1]))}`,
		'Level 0, Time Interval: start and end are inclusive; the judge wants the end to begin after the start'],
	[is('-\\d{4}-(XX(-XX)?|\\d\\d-XX)'), t => hull([t.replace(/(-XX)+$/, '')]),
		"Level 1, Negative calendar year: the judge's min and max change places before the year 0000"],
	[is('\\{Y-?[1-9]\\d{4,9}\\}', 'Y-?[1-9]\\d{4,9}/..'), t => (t.startsWith('{') ? hull([t.slice(1, -1)]) : `${seconds(first(t.slice(0, -3)))} open`),
		'Level 1, Letter-prefixed calendar year: a date, which nothing keeps out of sets and intervals'],
	[(t, j) => is(`\\{${DATE}\\.\\.${DATE}\\}`)(t) && !j.valid && elements(t).every(e => judge(e).valid && exists(e)),
		t => `${seconds(first(elements(t)[0]))} ${seconds(lastOf(elements(t)[1]))}`,
		'Level 2, Set representation, a double-dot: all the values between two; nothing says that they are of one precision'],
	[(t, j) => j.valid && j.min !== null && j.max !== null && j.min > j.max, t => `${seconds(first(t))} ${seconds(lastOf(t))}`,
		"Level 1, Negative calendar year: the judge's min and max change places before the year 0000"],
	[(t, j) => j.valid && j.level === 2 && !is('[[{].*')(t) && !t.includes('/'), 'date.level', 'Level 2: not read here'],
]

const quote = text => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const row = text => {
	const said = judge(text)
	const found = DIFFERS.find(([when]) => when(text, said))
	const reads = !found ? '' : typeof found[1] === 'function' ? found[1](text, said) : found[1]
	const cells = [text, said.valid ? 'yes' : 'no', said.level ?? '', said.valid ? seconds(said.min) : '',
		said.valid ? seconds(said.max) : '', reads, found ? found[2] : '']
	return cells.map(c => quote(String(c))).join(',')
}

const texts = new Set(FIXED)
const wheel = KINDS.flatMap(([weight, make]) => Array(weight).fill(make))
while (texts.size < COUNT)
	texts.add(pick(wheel)())
console.error(`${texts.size} dates, edtf ${VERSION}, seed ${SEED}`)
console.log(['text', 'valid', 'level', 'min', 'max', 'reads', 'why'].join(','))
for (const text of texts)
	console.log(row(text))
