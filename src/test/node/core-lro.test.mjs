import assert from "node:assert/strict";
import { test } from "node:test";
import { createHttpPoller } from "@azure/core-lro";
import { Task } from "./task.mjs";

// an hour, unless the server says better by Retry-After
const intervalInMs = 3_600_000;

/** The few lines that every user of core-lro has: how to send, and what the answer was. */
function operation(task, hidden = []) {
  const send = async (method, url, answer) => {
    const response = await answer;
    const text = await response.text();
    const json = response.headers.get("content-type")?.startsWith("application/json");
    const body = json ? JSON.parse(text) : text;
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !hidden.includes(name)));
    return {
      flatResponse: body,
      rawResponse: { request: { method, url }, statusCode: response.status, headers, body },
    };
  };
  return {
    sendInitialRequest: () => send("POST", "task", task.start()),
    sendPollRequest: (url) => send("GET", url, fetch(url)),
  };
}

/** Knows Location alone. */
const byLocation = ["operation-location"];

for (const [how, hidden] of [["Operation-Location", []], ["Location", byLocation]]) {
  test(`succeeds by ${how}`, async () => {
    const task = new Task();
    const poller = createHttpPoller(operation(task, hidden), { intervalInMs });
    await poller.submitted();
    assert.equal((await poller.poll()).status, "running");
    await task.step("progress 40");
    assert.equal((await poller.poll()).status, "running");
    await task.step("return done");

    assert.equal(await poller.pollUntilDone(), "done");
    assert.equal(poller.operationState.status, "succeeded");
  });
}

test("goes on from a saved state", async () => {
  const task = new Task();
  const first = createHttpPoller(operation(task), { intervalInMs });
  const saved = await first.serialize();
  await task.step("return done");

  const second = createHttpPoller(operation(task), { intervalInMs, restoreFrom: saved });
  assert.equal(await second.pollUntilDone(), "done");
});

test("tells the progress", async () => {
  const task = new Task();
  const seen = [];
  const poller = createHttpPoller(operation(task), {
    intervalInMs,
    updateState: (state, { rawResponse }) => seen.push(rawResponse.body.progress),
  });
  await poller.submitted();
  await task.step("progress 40");
  do {
    await poller.poll();
  } while (!seen.includes(40));
  await task.step("return done");
  await poller.pollUntilDone();
});

test("fails with code and message when the process dies", async () => {
  const task = new Task();
  const poller = createHttpPoller(operation(task), { intervalInMs });
  await poller.submitted();
  await task.step("die of it");

  await assert.rejects(poller.pollUntilDone(), /failed\. ProcessDied\. The process died/);
  assert.equal(poller.operationState.status, "failed");
});

test("fails with the code of an error that is the result", async () => {
  const task = new Task();
  const poller = createHttpPoller(operation(task), { intervalInMs });
  await poller.submitted();
  await task.step("status 409");

  await assert.rejects(poller.pollUntilDone(), /failed\. Conflict\. Conflict/);
});

test("fails by Location", async () => {
  const task = new Task();
  const poller = createHttpPoller(operation(task, byLocation), { intervalInMs });
  await poller.submitted();
  await task.step("die of it");

  await assert.rejects(poller.pollUntilDone(), /failed/);
});

test("is canceled", async () => {
  const task = new Task();
  let url;
  const poller = createHttpPoller(operation(task), {
    intervalInMs,
    withOperationLocation: (location) => (url = location),
  });
  await poller.submitted();
  const canceled = await fetch(url, { method: "DELETE" });
  assert.ok([200, 202].includes(canceled.status));
  await task.step("progress 50");

  await assert.rejects(poller.pollUntilDone(), /canceled/);
  assert.equal(poller.operationState.status, "canceled");
});
