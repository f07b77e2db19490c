"""Data frames, documents and models: what touches a file, and what stays in memory."""
import io

import docx
import matplotlib.pyplot as plt
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import safetensors.torch
import spacy
from PIL import Image
from pypdf import PdfReader


async def frames(path: str, rows):
    frame = pd.read_csv(path).dropna().rename(columns={'a': 'b'})  # finding: [blocking-file-io]
    frame.to_csv('out.csv')  # finding: [blocking-file-io]
    frame.to_csv(io.StringIO())  # ok: in memory
    frame.to_html()  # ok: a string
    pd.concat([frame, frame]).to_parquet('out.parquet')  # finding: [blocking-file-io]
    table = pl.read_parquet(path)  # finding: [blocking-file-io]
    table.filter(True).write_csv('out.csv')  # finding: [blocking-file-io]
    lazy = pl.scan_csv(path).select('a')  # ok: reads when it is collected
    lazy.collect()  # finding: [blocking-file-io]
    await lazy.collect_async()  # ok
    pl.read_database_uri('select 1', 'sqlite://')  # finding: [blocking-database]
    pq.write_table(rows, 'out.parquet')  # finding: [blocking-file-io]


async def documents(path: str, upload: bytes):
    book = openpyxl.Workbook()  # ok: in memory
    book.save('out.xlsx')  # finding: [blocking-file-io]
    book.save(io.BytesIO())  # ok: in memory
    document = docx.Document()  # ok: made from a template, once
    document.save(path)  # finding: [blocking-file-io]
    PdfReader(path)  # finding: [blocking-file-io]
    PdfReader(io.BytesIO(upload))  # ok: in memory
    image = Image.new('RGB', (1, 1)).convert('L')  # ok: in memory
    image.save('out.png')  # finding: [blocking-file-io]
    image.save(io.BytesIO(), 'PNG')  # ok: in memory
    figure, axes = plt.subplots()
    figure.savefig('out.png')  # finding: [blocking-file-io]
    figure.savefig(io.BytesIO())  # ok: in memory


async def models(path: str):
    spacy.load('en_core_web_sm')  # finding: [blocking-file-io]
    safetensors.torch.load_file(path)  # finding: [blocking-file-io]
