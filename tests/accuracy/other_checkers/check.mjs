// SPDX-License-Identifier: Apache-2.0
// Reads a JSON list of texts from standard input; writes {"checker": [[{start, end, rule}, …], …], …}: for each checker, as
// it comes, one list of findings a text. Places are UTF-16 code units. Nothing is sent anywhere.
import {text as alex} from 'alex'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextStringify from 'retext-stringify'
import {unified} from 'unified'
import writeGood from 'write-good'

const equality = unified().use(retextEnglish).use(retextEquality).use(retextStringify).freeze()

// The place of a message stands under other names in older versions.
function finding(message) {
  const place = message.place ?? message.position
  return {start: place.start.offset, end: place.end.offset, rule: message.ruleId}
}

const checkers = {
  alex: text => alex(text).messages.map(finding),
  'retext-equality': text => equality.processSync(text).messages.map(finding),
  'write-good': text =>
    writeGood(text).map(found => ({start: found.index, end: found.index + found.offset, rule: 'write-good'}))
}

let input = ''
for await (const part of process.stdin.setEncoding('utf8')) input += part
const texts = JSON.parse(input)
const found = {}
for (const [name, check] of Object.entries(checkers)) found[name] = texts.map(text => check(text))
process.stdout.write(JSON.stringify(found))
