// SPDX-License-Identifier: Apache-2.0
// checker_loop.mjs WAY FILE
// What bench/note_loop is for the note check, for checkers written in JavaScript: the same file, the same answers. FILE
// holds notes in UTF-8 with a zero byte behind each. For each line on standard input it goes through them once and
// prints seconds and the number of findings. One process runs one way, so that none is compiled or collected for another.
// bench/compare_alex.py copies it beside the packages and starts it.
import {readFileSync} from 'node:fs'
import {createInterface} from 'node:readline'

// Each says what goes through all notes and counts. Only the packages of the way that is asked for are loaded.
const ways = {
  // alex puts its plugins together anew for each text; doing that once beforehand was tried and gave nothing.
  async alex() {
    const {text} = await import('alex')
    return each(note => text(note).messages.length)
  },
  // alex also makes an index of its phrases for each text. Whoever has many notes can pay for that once.
  async 'alex-together'() {
    const {text} = await import('alex')
    return notes => text(notes.join('\n\n')).messages.length
  },
  async 'retext-equality'() {
    const [english, equality, stringify, {unified}] = await Promise.all([
      import('retext-english'), import('retext-equality'), import('retext-stringify'), import('unified')
    ])
    const once = unified().use(english.default).use(equality.default).use(stringify.default).freeze()
    return each(note => once.processSync(note).messages.length)
  },
  async 'write-good'() {
    const {default: writeGood} = await import('write-good')
    return each(note => writeGood(note).length)
  }
}

function each(count) {
  return notes => {
    let findings = 0
    for (const note of notes) findings += count(note)
    return findings
  }
}

// A string of its own for each note, so that none is a slice which has to be looked up in the whole file.
function notesOf(bytes) {
  const notes = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at)
    notes.push(bytes.toString('utf8', at, end))
    at = end + 1
  }
  return notes
}

const [way, file] = process.argv.slice(2)
const notes = notesOf(readFileSync(file))
const count = await ways[way]()
for await (const _ of createInterface({input: process.stdin})) {
  const start = process.hrtime.bigint()
  const findings = count(notes)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  console.log(seconds.toFixed(9), findings)
}
