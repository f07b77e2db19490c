"""LangChain and LangGraph: each synchronous method has a twin that begins with `a`."""
from langchain.agents import create_agent
from langchain.chat_models import init_chat_model
from langchain_chroma import Chroma
from langchain_classic.chains import RetrievalQA
from langchain_community.document_loaders import PyPDFLoader
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langgraph.graph import StateGraph

embeddings = OpenAIEmbeddings()
store = Chroma(embedding_function=embeddings)
builder = StateGraph(dict)
graph = builder.add_node('a', print).compile()


async def search(text):
    store.similarity_search(text, k=3)  # finding: [blocking-sdk-call]
    await store.asimilarity_search(text)  # ok
    retriever = store.as_retriever()  # ok: asks nobody
    retriever.invoke(text)  # finding: [blocking-sdk-call]
    embeddings.embed_query(text)  # finding: [blocking-sdk-call]
    await embeddings.aembed_query(text)  # ok
    Chroma.from_texts([text], embeddings)  # finding: [blocking-sdk-call]
    documents = PyPDFLoader('a.pdf').load()  # finding: [blocking-file-io]
    store.add_documents(documents)  # finding: [blocking-sdk-call]


async def answer(text):
    graph.invoke({'text': text})  # finding: [blocking-sdk-call]
    for event in graph.stream({'text': text}):  # finding: [blocking-sdk-call]
        print(event)
    await graph.ainvoke({'text': text})  # ok
    model = init_chat_model('m')  # ok
    model.invoke(text)  # finding: [blocking-sdk-call]
    model.bind_tools([]).invoke(text)  # finding: [blocking-sdk-call]
    create_agent(model, []).invoke({'messages': []})  # finding: [blocking-sdk-call]
    chain = RetrievalQA.from_chain_type(ChatOpenAI(), retriever=store.as_retriever())
    chain.run(text)  # finding: [blocking-sdk-call]
    await chain.ainvoke({'query': text})  # ok


@tool
def double(number: int) -> int:
    """Doubles."""
    return 2 * number


async def by_tool():
    return double.invoke({'number': 2})  # ok: what a tool does is its own
