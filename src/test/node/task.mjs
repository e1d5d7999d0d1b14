/** A run that a test drives step by step, on the server that the build has started. */
import { randomUUID } from "node:crypto";

const api = process.env.API;

export class Task {
  name = randomUUID();

  /** Like fetch: only starts what there is to wait for. */
  start() {
    return fetch(`${api}task?name=${this.name}`, { method: "POST" });
  }

  async step(step) {
    await fetch(`${api}steps/${this.name}`, { method: "POST", body: new URLSearchParams({ step }) });
  }
}
