"""What the shapes share."""

Shape = dict[str, object]
