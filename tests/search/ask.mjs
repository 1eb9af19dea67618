// Asks the page's own search module: node ask.mjs LUNR QUICK_JS FOLDER < questions, one a line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [lunr, module, folder] = process.argv.slice(2);
const { grouped, prepare } = await import(pathToFileURL(module));
const data = (name) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
const [find, quick, told] = ["find", "quick", "told"].map(data);
const ask = await prepare(createRequire(import.meta.url)(lunr), { ...find, told: told.rows }, quick.rows);
const answers = readFileSync(0, "utf8").trim().split("\n").map((question) =>
  grouped(ask(question)).flatMap(([, hits]) => hits.map((hit) => hit.url)),
);
console.log(JSON.stringify(answers));
