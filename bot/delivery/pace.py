"""How fast notices leave: so many a second in all, and one after the other to each person."""

from collections import deque
from dataclasses import dataclass
from typing import Final

from bot.store.turns import PER_SECOND

AT_MOST_TWICE_AS_FAST: Final = 2  # after a pause the messages of a second come within half a second, not at once


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of one bot, in seconds: workers at the same database share it."""

    per_second: int | None = PER_SECOND
    """Messages to all people, what they are answered among them; None is without a limit."""
    chat_s: float = 1.0
    """Between two messages to one person."""
    in_flight: int = 64
    """Notices that are leased and not yet marked: so many may come twice after a crash."""
    send_s: float = 20.0
    """So long Telegram's reply to a call is waited for."""
    lease_s: float = 60.0
    """A notice leased for so long is free again; longer than any sending."""
    stop_s: float = 0.7
    """So long what is on its way may take when the program ends."""
    poll_s: float = 1.0
    """So often is looked for what other processes have queued."""
    look_s: float = 3.0
    """So often is looked whether another worker has died: twice in a row, and what it held is free."""
    first_pause_s: float = 1.0
    """After the first fault of the network or of Telegram; it doubles with each further one."""
    longest_pause_s: float = 60.0
    """The longest pause after a fault."""

    def pause_after(self, attempts: int) -> float:
        """Return how long a notice waits that has failed once more after so many attempts."""
        return min(self.first_pause_s * (1 << min(attempts, 30)), self.longest_pause_s)


UNPACED: Final = Pace(per_second=None, chat_s=0)


class Turns:
    """Turns to send: in every second, whenever it begins, no more than allowed. Times are those of the event loop."""

    def __init__(self, per_second: int | None) -> None:
        self.per_second = per_second
        self._taken: deque[float] = deque(maxlen=per_second or 1)

    def next_at(self, now: float) -> float:
        """Return when the next message may leave."""
        if self.per_second is None or not self._taken:
            return now
        after_the_last = self._taken[-1] + 1 / (self.per_second * AT_MOST_TWICE_AS_FAST)
        is_full = len(self._taken) == self.per_second
        return max(now, after_the_last, self._taken[0] + 1 if is_full else now)

    def take(self, now: float) -> float:
        """Take the next turn and return when it is."""
        turn = self.next_at(now)
        self._taken.append(turn)
        return turn


class Chats:
    """When each person may be written to again."""

    def __init__(self, chat_s: float) -> None:
        self._chat_s = chat_s
        self._free_at: dict[int, float] = {}

    def free_at(self, person_id: int, now: float) -> float:
        """Return when the next message to a person may leave."""
        return max(now, self._free_at.get(person_id, now))

    def write(self, person_id: int, at: float) -> None:
        """Note a message to a person."""
        if self._chat_s:
            self._free_at.pop(person_id, None)
            self._free_at[person_id] = at + self._chat_s
            self._forget_the_free(at)

    def _forget_the_free(self, now: float) -> None:
        while (first := next(iter(self._free_at.items()), None)) and first[1] <= now:
            del self._free_at[first[0]]
