// What a person does with a message of the chat: forwards it to the bot, changes an own one, deletes it.

import { mayEdit } from "./bubble.js";

const GAP_PX = 4;

export class Deeds {
  constructor(phone) {
    this.phone = phone;
    this.sheet = phone.find(".deeds");
    this.opener = null;
    this.edited = null; // the number of the message that is being changed
    const on = (selector, act) => phone.find(selector).addEventListener("click", () => {
      const { message } = this;
      this.close();
      act(message);
    });
    on(".forward", ({ message_id: id }) => phone.send({ forward: { message_id: id } }));
    on(".edit", (message) => this.edit(message));
    on(".delete", ({ message_id: id }) => phone.do("DELETE", `messages/${id}`));
    phone.find(".cancel-edit").addEventListener("click", () => this.leaveEditing());
  }

  open(message, opener) {
    const isOpen = this.opener === opener;
    this.close();
    if (isOpen) return;
    Object.assign(this, { message, opener });
    this.phone.find(".edit").hidden = !mayEdit(message);
    this.phone.find(".forward").hidden = Boolean(message.has_protected_content);
    this.sheet.hidden = false;
    this.place();
    opener.setAttribute("aria-expanded", "true");
    this.sheet.querySelector("button:not([hidden])").focus();
  }

  // Beside the dots that opened it, and never beyond the phone.
  place() {
    const [phone, dots] = [this.phone.node, this.opener].map((node) => node.getBoundingClientRect());
    const most = { left: phone.width - this.sheet.offsetWidth, top: phone.height - this.sheet.offsetHeight };
    const wanted = { left: dots.right - phone.left - this.sheet.offsetWidth, top: dots.bottom - phone.top };
    for (const side of ["left", "top"]) {
      this.sheet.style[side] = `${Math.max(GAP_PX, Math.min(wanted[side], most[side] - GAP_PX))}px`;
    }
  }

  close() {
    if (!this.opener) return;
    const hadFocus = this.sheet.contains(document.activeElement);
    this.sheet.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    if (hadFocus) this.opener.focus();
    this.opener = null;
  }

  closeIfGone() { // the message was drawn anew, or deleted
    if (this.opener && !this.opener.isConnected) this.close();
  }

  edit({ message_id: id, text }) {
    this.edited = id;
    this.phone.find(".editing").hidden = false;
    const field = this.phone.find("textarea");
    field.value = text;
    field.focus();
  }

  leaveEditing() {
    if (this.edited === null) return;
    this.edited = null;
    this.phone.find(".editing").hidden = true;
    this.phone.find("textarea").value = "";
  }

  async sendEdited(text) {
    const [id, { message }] = [this.edited, this.phone.bubbles.get(this.edited)];
    if (text === message.text || await this.phone.do("PATCH", `messages/${id}`, { text })) this.leaveEditing();
  }
}
