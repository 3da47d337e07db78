def docx(drawn, *, sealed=False): return b""
