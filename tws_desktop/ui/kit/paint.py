"""Small paintings that many widgets share: grounds, focus ring, pills; and following the style."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

TONES = {
    "neutral": ("sunken", "text_2"),
    "plain": ("surface", "text_2"),
    "accent": ("accent_soft", "accent_text"),
    "ok": ("ok_soft", "ok"),
    "warn": ("warn_soft", "warn"),
    "error": ("error_soft", "error"),
    "info": ("info_soft", "info"),
}


def follow_style(widget: QWidget) -> None:
    """Repaints and remeasures `widget` after every change of palette or text scale."""
    style().changed.connect(widget.updateGeometry)
    style().changed.connect(widget.update)


def set_tip(widget: QWidget, text: str) -> None:
    """A tooltip that shows `text` letter by letter, whatever signs it has."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """`text` as tooltip: signs that would be read as markup are shown as typed."""
    if "<" not in text and "&" not in text:
        return text
    import html  # noqa: PLC0415  (seldom needed, slow to load)

    return f"<span>{html.escape(text)}</span>"


def announce(widget: QWidget, sentence: str) -> None:
    """Has a screen reader say `sentence` without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  (slow to load)

    event = QAccessibleAnnouncementEvent(widget, sentence)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


def smooth(painter: QPainter) -> None:
    """Switches antialiasing on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)


def draw_box(painter: QPainter, rect: QRectF, fill: QColor | None, edge: QColor | None, radius: float) -> None:
    """A rounded box, its edge one pixel wide inside `rect`."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, tokens().line["control"]))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def draw_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor | None = None) -> None:
    """The focus ring just inside `rect`."""
    width = tokens().line["focus"]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour or style().colour("focus"), width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def draw_selection(painter: QPainter, rect: QRectF) -> None:
    """Selected ground with the accent bar at the left."""
    painter.fillRect(rect, style().colour("selection"))
    painter.fillRect(QRectF(rect.left(), rect.top(), style().px(3), rect.height()), style().colour("accent"))


def pill_size(text: str, icon: str = "") -> QSizeF:
    """Size that `draw_pill` needs for the text and icon."""
    metrics = QFontMetricsF(style().font("caption"))
    icon_room = style().px(14) + style().px(5) if icon else 0
    height = max(style().px(22), metrics.height() + style().px(4))
    return QSizeF(metrics.horizontalAdvance(text) + icon_room + 2 * style().px(9), height)


def draw_pill(painter: QPainter, rect: QRectF, text: str, icon: str, tone: str) -> None:
    """A pill with soft ground; text is elided where `rect` is too narrow."""
    ground, front = TONES[tone]
    draw_tinted_pill(painter, rect, (text, icon), (style().colour(ground), style().colour(front)))


def draw_tinted_pill(painter: QPainter, rect: QRectF, content: tuple[str, str], tints: tuple[QColor, QColor]) -> None:
    """A pill of `content` (text, icon) in `tints` (ground, front)."""
    text, icon = content
    ground, front = tints
    draw_box(painter, rect, ground, None, rect.height() / 2)
    left = rect.left() + style().px(9)
    if icon:
        side = style().px(14)
        draw_icon(painter, icon, QRectF(round(left), round(rect.center().y() - side / 2), side, side), front)
        left += side + style().px(5)
    draw_line(
        painter,
        QRectF(left, rect.top(), rect.right() - style().px(8) - left, rect.height()),
        text,
        ("caption", front),
    )


def draw_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    look: tuple[str, QColor],
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """One line of text in `look` (role, colour), vertically centred, elided to `rect`; returns its width."""
    role, colour = look
    font = style().font(role)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    width = metrics.horizontalAdvance(shown)
    left = rect.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = rect.right() - width
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left = rect.left() + (rect.width() - width) / 2
    painter.setFont(font)
    painter.setPen(colour)
    base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left, base), shown)
    return width
