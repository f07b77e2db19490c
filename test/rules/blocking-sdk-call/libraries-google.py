"""Google's and Firebase's clients, beside what is asynchronous or local in them."""
import firebase_admin
import google.generativeai
from firebase_admin import auth, db, firestore, messaging, storage
from google import genai


async def by_genai(text):
    client = genai.Client(api_key='k')  # ok: connects when first used
    client.models.generate_content(model='m', contents=text)  # finding: [blocking-sdk-call]
    for chunk in client.models.generate_content_stream(model='m', contents=text):  # finding: [blocking-sdk-call]
        print(chunk)
    chat = client.chats.create(model='m')  # ok: only remembers
    chat.send_message(text)  # finding: [blocking-sdk-call]
    await client.aio.models.generate_content(model='m', contents=text)  # ok
    async for chunk in await client.aio.models.generate_content_stream(model='m', contents=text):  # ok
        print(chunk)


async def by_generativeai(text):
    model = google.generativeai.GenerativeModel('m')  # ok
    answer = model.generate_content(text, stream=True)  # finding: [blocking-sdk-call]
    for chunk in answer:  # finding: [blocking-sdk-call]
        print(chunk)
    model.start_chat().send_message(text)  # finding: [blocking-sdk-call]
    await model.generate_content_async(text)  # ok
    google.generativeai.embed_content(model='m', content=text)  # finding: [blocking-sdk-call]


async def by_firebase(token, message):
    firebase_admin.initialize_app()  # ok
    user = auth.verify_id_token(token)  # finding: [blocking-sdk-call]
    auth.create_custom_token(user['uid'])  # ok: signs locally
    messaging.send(message)  # finding: [blocking-sdk-call]
    await messaging.send_each_async([message])  # ok
    users = db.reference('users')  # ok: only a path
    users.child('x').get()  # finding: [blocking-sdk-call]
    users.order_by_key().limit_to_first(3)  # ok: only a query
    firestore.client().collection('c').document('d').get()  # finding: [blocking-sdk-call]
    storage.bucket().blob('b').upload_from_string('')  # finding: [blocking-sdk-call]
