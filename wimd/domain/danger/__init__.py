"""Reading a message for danger: its wording made plain, its sentences searched for signs, the signs put together."""
