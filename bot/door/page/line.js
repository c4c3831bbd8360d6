"use strict";

// The line to our own endpoints (Direct Line 3.0), in the shape that Web Chat wants. Microsoft's own line stops for ever
// at the first request that fails; this one goes on by itself, and sends what waited in the order in which it was said.
//
// What people type is kept nowhere but here: in this tab (sessionStorage), so that it is still there after a reload.
function openLine(told) {
    const HOME = "/v3/directline/conversations";
    const IDLE_MS = 2000; // from one look to the next at least, when nothing is said; a look waits for what is new
    const AWAY_MS = 30000; // between two looks when nobody looks at the page: a browser has few lines to one address
    const SOON_MS = [0, 250, 500, 1000]; // after something was sent, which another process may have taken
    const AGAIN_MS = [500, 1000, 2000, 4000]; // when there is no connection
    const LONGEST_MS = 20000, FILE_MS = 120000; // that an answer may take, and one to a file over a slow line
    const MOST_KEPT = 300;
    const STEP = 0.001; // between a message and what is said after it; messages count milliseconds

    const others = new Set(); // who listens to messages
    const shown = new Map(); // the newest of each message by its id, in order of arrival
    let conversation = "", token = "", watermark = "", newest = 0; // of what is shown
    let own = []; // what was said in this tab; without an id while it waits to be sent
    let tabs = null, wake = () => {}, closed = false;

    const idOf = (activity) => activity.channelData.clientActivityID;
    const pause = (ms) => new Promise((done) => { wake = done; setTimeout(done, ms); });

    function show(activity) {
        newest = Math.max(newest, activity.channelData?.["webchat:sequence-id"] ?? Date.parse(activity.timestamp));
        shown.set(activity.id, activity);
        for (const other of others) other.next(activity);
    }

    function keep() {
        own = own.slice(-MOST_KEPT);
        try {
            sessionStorage.setItem(conversation, JSON.stringify(own));
        } catch {
            // full, or not allowed: then a reload shows less
        }
    }

    // Take up what was said in this tab before, by this person and nobody else; and send what was not sent yet.
    function recall() {
        let kept = [];
        try {
            kept = JSON.parse(sessionStorage.getItem(conversation) || "[]");
            sessionStorage.clear();
        } catch {
            // not allowed, or broken: then this tab begins anew
        }
        own = [...kept, ...own];
        keep();
        kept.filter((one) => one.id).forEach(show);
        kept.filter((one) => !one.id).forEach(deliver);
        if (!("BroadcastChannel" in window)) return;
        tabs = new BroadcastChannel(conversation);
        tabs.addEventListener("message", ({ data }) => { own.push(data); keep(); show(data); });
    }

    async function ask(path, options) {
        const headers = { ...options?.headers, ...(token && { Authorization: `Bearer ${token}` }) };
        const signal = AbortSignal.timeout?.(options?.body instanceof FormData ? FILE_MS : LONGEST_MS); // older browsers wait
        const answer = await fetch(HOME + path, { ...options, headers, signal, cache: "no-store" });
        if ([401, 403, 404].includes(answer.status)) {
            closed = true;
            told("ended");
        }
        return answer;
    }

    // Ask until there is an answer worth something. What is sent twice is done once: it carries an id of its own.
    async function insist(path, options) {
        for (let tries = 0; !closed; tries += 1) {
            try {
                const answer = await ask(path, options);
                if (answer.status < 500 && answer.status !== 429) {
                    told("here");
                    return answer;
                }
                if (answer.status !== 429) told("away");
            } catch {
                told("away");
            }
            await pause(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)]);
        }
        return new Promise(() => {}); // this page ends
    }

    async function begin() {
        ({ conversationId: conversation, token } = await (await insist("", { method: "POST" })).json());
        recall();
    }

    // Show what is new, and say whether anything was. What another look brought meanwhile is not shown in its older form.
    async function look(waits) {
        const answer = await insist(`/${conversation}/activities?watermark=${encodeURIComponent(watermark)}${waits}`);
        const news = await answer.json().catch(() => ({}));
        if (!(Number(news.watermark) > Number(watermark))) return false;
        watermark = news.watermark;
        news.activities.forEach(show);
        return true;
    }

    async function listen() {
        while (!closed) {
            const begun = Date.now(), away = document.hidden;
            if (await look(away ? "" : "&wait")) continue; // there may be more
            await pause(away ? AWAY_MS : Math.max(0, IDLE_MS - (Date.now() - begun)));
        }
    }

    async function lookSoon() {
        const before = watermark;
        for (const ms of SOON_MS) {
            await new Promise((done) => { setTimeout(done, ms); });
            if (watermark !== before || await look("")) return;
        }
    }

    async function packed(activity) {
        const words = { ...activity, attachments: undefined };
        if (!activity.attachments?.length) {
            const headers = { "Content-Type": "application/json" };
            return [`/${conversation}/activities`, { method: "POST", headers, body: JSON.stringify(words) }];
        }
        const body = new FormData();
        body.append("activity", new Blob([JSON.stringify(words)], { type: "application/vnd.microsoft.activity" }));
        for (const file of activity.attachments) body.append("file", await (await fetch(file.contentUrl)).blob(), file.name);
        return [`/${conversation}/upload`, { method: "POST", body }];
    }

    // One after another, so that two answers that waited come in as they were given.
    function deliver(activity) {
        const done = sending.then(async () => {
            const before = watermark;
            const answer = await insist(...(await packed(activity)));
            own = own.filter((one) => idOf(one) !== idOf(activity));
            if (!answer.ok) {
                keep();
                throw new Error(`refused: ${answer.status}`);
            }
            const said = { ...activity, id: (await answer.json()).id };
            const press = Boolean(said.channelData.postBack); // on a card, which shows itself what came of it
            if (!press) own.push(said);
            keep();
            show(said);
            if (!press) tabs?.postMessage(said);
            if (watermark === before) lookSoon();
            return said.id;
        });
        sending = done.catch(() => {});
        return done;
    }

    function post(activity) {
        const channelData = { ...activity.channelData, "webchat:sequence-id": (newest += STEP) };
        const said = { ...activity, timestamp: new Date().toISOString(), channelData };
        if (!said.attachments?.length) { // a file is gone with the page
            own.push(said);
            keep();
        }
        return deliver(said);
    }

    for (const moment of ["online", "focus"]) window.addEventListener(moment, () => wake());
    document.addEventListener("visibilitychange", () => wake());
    let sending = begin();
    sending.then(listen);

    const nothing = { unsubscribe() {} };
    return {
        activity$: {
            subscribe(other) {
                others.add(other);
                shown.forEach((activity) => other.next(activity));
                return { unsubscribe: () => others.delete(other) };
            },
        },
        connectionStatus$: {
            subscribe(other) {
                [1, 2].forEach((status) => other.next(status)); // that there is no connection now, the page says itself
                return nothing;
            },
        },
        postActivity(activity) {
            const done = post(activity);
            return {
                subscribe(other) {
                    done.then((id) => { other.next(id); other.complete(); }, (error) => other.error(error));
                    return nothing;
                },
            };
        },
        end() { closed = true; },
    };
}

const away = document.getElementById("away");

function told(news) {
    away.hidden = news === "here";
    if (news === "ended") leave();
}

// The page anew asks for a code, or shows what a new cookie opens. Twice in a row would be for ever.
function leave() {
    const left = Number(sessionStorage.getItem("left"));
    sessionStorage.setItem("left", Date.now());
    if (Date.now() - left > 30000) location.replace("/gesprek");
    else away.textContent = "Het gesprek kan nu niet verder. Open deze pagina later opnieuw.";
}

const line = openLine(told); // now, while Web Chat is on its way
