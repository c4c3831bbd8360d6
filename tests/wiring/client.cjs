// Microsoft's own Direct Line client against our endpoints: does what it is told, and tells what it got.
const { DirectLine } = require("botframework-directlinejs");
const { Observable } = require("rxjs");

const { address, cookie, token, steps } = JSON.parse(process.argv[2]);
let dropped = false;

// The browser's way of asking, with the cookie that a browser would send by itself.
const ajax = (asked) =>
  Observable.create((subscriber) => {
    if (dropped) {
      subscriber.error({ status: 0 });
      return;
    }
    const own = asked.url.startsWith("data:");
    const body = asked.body === undefined || asked.body instanceof FormData ? asked.body : JSON.stringify(asked.body);
    fetch(asked.url, { method: asked.method, body, headers: own ? {} : { ...asked.headers, Cookie: cookie } })
      .then(async (answer) => {
        const response = own ? await answer.arrayBuffer() : await answer.json().catch(() => null);
        if (answer.ok) {
          subscriber.next({ status: answer.status, response });
          subscriber.complete();
        } else {
          subscriber.error({ status: answer.status, xhr: { getResponseHeader: (name) => answer.headers.get(name) } });
        }
      })
      .catch(() => subscriber.error({ status: 0 }));
  });

const told = [];
const waiting = [];
const heard = (activity) => {
  told.push(activity);
  waiting.splice(0).forEach((look) => look());
};
const open = (more) => {
  const own = { domain: `${address}/v3/directline`, token, webSocket: false, WebSocket: class {}, pollingInterval: 200, ajax };
  const line = new DirectLine({ ...own, ...more });
  line.activity$.subscribe(heard, () => {});
  return line;
};
const until = (text) =>
  new Promise((resolve) => {
    const look = () => (told.some((one) => one.text === text) ? resolve() : waiting.push(look));
    look();
  });
const send = (line, activity) =>
  new Promise((resolve, reject) => line.postActivity({ from: { id: "forged", name: "Noor" }, ...activity }).subscribe(resolve, reject));

(async () => {
  let line = open({});
  const ids = [];
  for (const [step, given] of steps) {
    if (step === "send") ids.push(await send(line, given));
    if (step === "until") await until(given);
    if (step === "drop") {
      dropped = true;
      line.end();
    }
    if (step === "again") {
      dropped = false;
      line = open({ conversationId: line.conversationId, watermark: given ?? line.watermark });
    }
  }
  line.end();
  process.stdout.write(JSON.stringify({ ids, told: told.map((one) => one.text), status: line.connectionStatus$.getValue() }), () =>
    process.exit(0),
  );
})().catch((error) => {
  process.stderr.write(String(error && error.status ? `status ${error.status}` : error.stack));
  process.exit(1);
});
