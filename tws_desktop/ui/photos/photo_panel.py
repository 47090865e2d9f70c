"""The photos of one phase as a strip of small pictures, and the way to add some."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QHBoxLayout

from tws_desktop.domain.attachments import Attachment
from tws_desktop.domain.confidentiality import Level, on_beamer
from tws_desktop.services.workshops.photos import PhasePhotos
from tws_desktop.ui.kit.buttons import quiet
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import PlainLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.photos.choosing import ask_for_photos, dropped_files
from tws_desktop.ui.photos.photo_presenter import PhotoPresenter
from tws_desktop.ui.photos.thumb import HEIGHT, WIDTH, Thumb
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class PhotoPanel(Panel):
    """`show_phase(phase)`; `opened(photo_id)` asks for a photo large. Files can be dropped on it."""

    opened = Signal(object)

    def __init__(self, presenter: PhotoPresenter, title: str = "", *, small_head: bool = True) -> None:
        super().__init__(title or tr("Fotos"), "camera", " ", small_head=small_head)
        self._presenter = presenter
        self._phase: PhasePhotos | None = None
        self._ceiling: Level | None = None
        self._shown: object = None
        self.thumbs = FlowRow(gap=6)
        self.add_button = quiet(tr("Foto hinzufügen"), "plus")
        self.progress = PlainLabel("", "caption", "text_2")
        self.message = InlineMessage("error")
        self.message.hide()
        self.progress.hide()
        for widget in (self.thumbs, self.progress, self.message):
            self.add(widget)
        if small_head:
            row = QHBoxLayout()
            row.addWidget(self.add_button)
            row.addStretch(1)
            self.add_layout(row)
        else:
            self.head_row.addWidget(self.add_button)
        self.setAcceptDrops(True)
        self.add_button.clicked.connect(lambda: self.take(ask_for_photos(self)))
        presenter.progress.connect(self._progressed)
        presenter.refused.connect(self._refused)
        presenter.image_ready.connect(lambda _hash: self._repaint())

    def show_phase(self, phase: PhasePhotos | None) -> None:
        """Shows the photos of a phase; None hides the panel."""
        if phase is None or self._phase is None or phase.step.id != self._phase.step.id:
            self.message.hide()
            self.progress.hide()
        self._phase = phase
        self.setVisible(phase is not None)
        self._fill()

    def cover(self, ceiling: Level | None) -> None:
        """Covers photos above that level while the room may see this screen; None covers none."""
        self._ceiling = ceiling
        self._fill()

    def covered(self, photo: Attachment) -> bool:
        """Whether a photo is covered now."""
        return self._ceiling is not None and not on_beamer(photo.level, self._ceiling)

    def focus_photo(self, photo_id: UUID) -> bool:
        """The focus onto a photo of this phase; False where it is not to be seen here."""
        ids = [photo.id for photo in self._phase.photos] if self._phase else []
        if photo_id not in ids or not self.isVisible():
            return False
        self.thumbs.widgets[ids.index(photo_id)].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take(self, paths: tuple[Path, ...]) -> None:
        """Takes files in under this phase."""
        if paths and self._phase is not None:
            self.message.hide()
            self._presenter.add(self._phase.step.id, paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the dropped files in."""
        event.acceptProposedAction()
        self.take(dropped_files(event.mimeData()))

    def _fill(self) -> None:
        found = self._phase.photos if self._phase else ()
        self.meta_label.setText(str(len(found)) if found else "")
        wanted = tuple((photo.id, photo.picture, photo.alt, self.covered(photo)) for photo in found)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.thumbs.clear()
        for photo in found:
            thumb = Thumb(photo.alt, self._picture(photo), covered=self.covered(photo))
            thumb.clicked.connect(lambda _on=False, photo_id=photo.id: self.opened.emit(photo_id))
            self.thumbs.add(thumb)
        self.thumbs.setVisible(bool(found))

    def _picture(self, photo: Attachment) -> Callable[[], QImage | None]:
        return lambda: self._presenter.image(photo, style().px(WIDTH) * 2, style().px(HEIGHT) * 2)

    def _repaint(self) -> None:
        for widget in self.thumbs.widgets:
            widget.update()

    def _progressed(self, step_id: UUID, words: str) -> None:
        if step_id == self.step_id:
            self.progress.setText(words)
            self.progress.setVisible(bool(words))

    def _refused(self, step_id: UUID, sentence: str) -> None:
        if step_id == self.step_id:
            self.message.show_message("error", sentence)

    @property
    def step_id(self) -> UUID | None:
        """The phase shown."""
        return self._phase.step.id if self._phase else None
