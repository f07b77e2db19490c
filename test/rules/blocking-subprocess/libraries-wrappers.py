"""Libraries that do their work in a program that they start."""
import io

import pdf2image
import pytesseract
from pydub import AudioSegment


async def convert(image, path):
    pytesseract.image_to_string(image)  # finding: [blocking-subprocess]
    pages = pdf2image.convert_from_path(path)  # finding: [blocking-subprocess]
    sound = AudioSegment.from_mp3(path)  # finding: [blocking-subprocess]
    sound.fade_in(100).export('out.mp3', format='mp3')  # finding: [blocking-subprocess]
    sound.export(io.BytesIO(), format='wav')  # ok: needs no ffmpeg
    return pages, len(sound)
