import assert from "node:assert/strict";
import { test } from "node:test";
import { EventSource } from "eventsource";
import { Task } from "./task.mjs";

async function started() {
  const task = new Task();
  const url = (await task.start()).headers.get("operation-location");
  return { task, url };
}

/** All that an EventSource tells, in order; taken one after another. */
class Events {
  #seen = [];
  #wanted = () => {};

  constructor(source) {
    for (const type of ["open", "progress", "done", "error"]) {
      source.addEventListener(type, (event) => {
        this.#seen.push(event);
        this.#wanted();
      });
    }
  }

  /** The next one that is as wanted; those before it are dropped. */
  async next(wanted) {
    for (;;) {
      while (this.#seen.length > 0) {
        const event = this.#seen.shift();
        if (wanted(event)) {
          return event;
        }
      }
      await new Promise((resolve) => (this.#wanted = resolve));
    }
  }
}

const status = (event) => JSON.parse(event.data);
const progress = (percent) => (event) => event.type === "progress" && status(event).progress === percent;
const done = (event) => event.type === "done";

test("progress, done, then the 204 that ends it", async () => {
  const { task, url } = await started();
  const source = new EventSource(url);
  const events = new Events(source);

  await events.next((event) => event.type === "progress");
  await task.step("progress 40");
  await events.next(progress(40));
  await task.step("return done");
  const last = status(await events.next(done));
  assert.equal(last.status, "succeeded");
  assert.equal(await (await fetch(last.resourceLocation)).text(), "done");

  const end = await events.next((event) => event.type === "error" && event.code);
  assert.equal(end.code, 204);
  assert.equal(source.readyState, EventSource.CLOSED);
});

test("goes on after the connection broke, from the last event it has seen", async () => {
  const { task, url } = await started();
  const sent = [];
  const connections = [];
  const source = new EventSource(url, {
    fetch: (input, init) => {
      const connection = new AbortController();
      connections.push(connection);
      sent.push(init.headers["Last-Event-ID"]);
      return fetch(input, { ...init, signal: AbortSignal.any([init.signal, connection.signal]) });
    },
  });
  const events = new Events(source);
  await task.step("progress 40");
  const before = await events.next(progress(40));

  connections[0].abort(new TypeError("cable pulled"));
  await events.next((event) => event.type === "open");
  await task.step("progress 60");
  const after = await events.next((event) => event.type === "progress");

  assert.equal(sent[1], before.lastEventId);
  assert.equal(status(after).progress, 60, "nothing is told twice");
  await task.step("return done");
  await events.next(done);
  source.close();
});

test("a failure is an end like any other", async () => {
  const { task, url } = await started();
  const events = new Events(new EventSource(url));
  await task.step("die of it");

  const last = status(await events.next(done));
  assert.equal(last.status, "failed");
  assert.equal(last.error.code, "ProcessDied");
  assert.equal((await events.next((event) => event.code)).code, 204);
});

test("a cancellation is, too", async () => {
  const { task, url } = await started();
  const events = new Events(new EventSource(url));
  await events.next((event) => event.type === "progress");
  await fetch(url, { method: "DELETE" });
  await task.step("progress 50");

  assert.equal(status(await events.next(done)).status, "canceled");
  assert.equal((await events.next((event) => event.code)).code, 204);
});

test("an unknown process ends it", async () => {
  const { url } = await started();
  const source = new EventSource(url.replace(/[0-9a-f]{32}$/, "0".repeat(32)));
  assert.equal((await new Events(source).next((event) => event.code)).code, 404);
  assert.equal(source.readyState, EventSource.CLOSED);
});
