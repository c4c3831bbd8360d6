// The third judge: Microsoft's renderer, told in JSON lines what to show, telling in JSON lines what people would see.
"use strict";

const readline = require("node:readline");
const { JSDOM } = require("jsdom");
const markdown = require("markdown-it")();

const { window } = new JSDOM("<!doctype html><body></body>");
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^(HTML|SVG)?\w*(Element|Event|Node|Text)$/.test(name)) globalThis[name] = window[name];
}
Object.assign(globalThis, { window, document: window.document });
// jsdom has no layout and therefore no innerText; cards only set it.
Object.defineProperty(window.HTMLElement.prototype, "innerText", {
  get() { return this.textContent; },
  set(words) { this.textContent = words; },
});

const ac = require("adaptivecards/dist/adaptivecards.js");

ac.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const names = Object.fromEntries(Object.entries(ac.ValidationEvent).map(([name, number]) => [number, name]));
const marks = "strong, em, a, code, pre, ul, ol, li, blockquote, h1, h3, h4, h5, h6, hr, s, img:not(.ac-image), script, iframe, table";

function judge(content) {
  const card = new ac.AdaptiveCard();
  card.hostConfig = new ac.HostConfig({ actions: { maxActions: 6 }, textBlock: { headingLevel: 2 } });
  const context = new ac.SerializationContext(ac.Versions.v1_5);
  card.parse(content, context);
  const problems = [...Array(context.eventCount).keys()].map((index) => context.getEventAt(index));
  const faults = problems.map((problem) => `${names[problem.event]}: ${problem.message}`);
  for (const found of card.validateProperties().validationEvents) faults.push(`${names[found.event]}: ${found.message}`);
  const element = card.render();
  const paragraphs = element ? [...element.querySelectorAll(".ac-textBlock, .ac-textRun")] : [];
  const fields = element ? [...element.querySelectorAll("label, option, .ac-pushButton")] : [];
  return {
    faults: element ? faults : [...faults, "nothing rendered"],
    words: [...paragraphs, ...fields].map((part) => part.textContent || part.value || ""),
    marks: element ? [...element.querySelectorAll(marks)].map((part) => part.outerHTML) : [],
    buttons: element ? [...element.querySelectorAll(".ac-pushButton")].map((part) => part.textContent) : [],
    inputs: card.getAllInputs().map((input) => input.id),
  };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let verdict;
  try {
    verdict = judge(JSON.parse(line));
  } catch (error) {
    verdict = { faults: [`the renderer broke: ${error.stack}`], words: [], marks: [], buttons: [], inputs: [] };
  }
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
});
